import { useState } from 'react';
import 'septet/element';

export function Composer() {
  const [text, setText] = useState('Dear customer');
  const [cost, setCost] = useState('');
  const show = ({ detail: { count } }) => setCost(`${count.encoding}, ${count.segments}, ${count.unitsRemaining}`);
  return (
    <>
      <textarea id="message" value={text} onChange={(event) => setText(event.target.value)} />
      <sms-meter for="message" onsms-change={show} />
      <output>{cost}</output>
      <button id="fill" onClick={() => setText('Filled later —')}>Fill</button>
    </>
  );
}
