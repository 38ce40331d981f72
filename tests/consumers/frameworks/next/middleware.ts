// Runs at the edge, where nothing may be compiled: the modules come with the build.

import { type NextRequest, NextResponse } from 'next/server';
import { analyze, count } from 'septet';
import { verifySignature } from 'septet/messages';

export const config = { matcher: '/edge' };

export function middleware({ nextUrl, headers }: NextRequest) {
  const text = nextUrl.searchParams.get('text') ?? '';
  const { encoding, segments, units } = count(text);
  const isSigned = verifySignature({ url: 'https://example.com/sms', body: 'Body=Hi', signature: headers.get('x-signature') ?? undefined }, 'token');
  return NextResponse.json({ encoding, segments, units, offenders: analyze(text).offenders.map((offender) => offender.text), isSigned });
}
