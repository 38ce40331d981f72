'use client';

import { useCallback, useState } from 'react';
import 'septet/element';
import type { Count } from 'septet';
import type { SmsMeter, SmsMeterAttributes, SmsMeterDetail } from 'septet/element';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements { 'sms-meter': SmsMeterAttributes }
  }
}

const costOf = ({ encoding, segments, unitsRemaining }: Count) => `${encoding}, ${segments}, ${unitsRemaining}`;

/** React adds the handler of a custom element when it renders it again, not when it hydrates: at the first key. */
export function Plain() {
  const [text, setText] = useState('Dear customer');
  const [cost, setCost] = useState('');
  return (
    <>
      <textarea id="message" value={text} onChange={(event) => setText(event.target.value)} />
      <sms-meter for="message" onsms-change={({ detail: { count } }) => setCost(costOf(count))} />
      <output>{cost}</output>
      <button id="fill" onClick={() => setText('Filled later —')}>Fill</button>
    </>
  );
}

/** A ref listens from the moment of hydration, and gets the count that was made before. */
export function Composer() {
  const [text, setText] = useState('Dear customer');
  const [cost, setCost] = useState('');
  const listen = useCallback((meter: SmsMeter | null) => {
    const show = ({ detail }: CustomEvent<SmsMeterDetail>) => setCost(costOf(detail.count));
    meter?.addEventListener('sms-change', show);
    return () => meter?.removeEventListener('sms-change', show);
  }, []);
  return (
    <>
      <textarea id="message" value={text} onChange={(event) => setText(event.target.value)} />
      <sms-meter for="message" ref={listen} />
      <output>{cost}</output>
      <button id="fill" onClick={() => setText('Filled later —')}>Fill</button>
    </>
  );
}
