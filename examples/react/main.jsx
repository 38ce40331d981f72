// A composer in React 19: the meter follows the text area, and the state follows both.
//
//     npm install && npm start
//
// builds it and serves it on PORT (4173). In a checkout `cargo xtask pkg` makes the package first; elsewhere `npm install septet` does.

import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'septet/element';

function Composer() {
  const [text, setText] = useState('');
  const [cost, setCost] = useState('');
  return (
    <>
      <textarea id="message" value={text} onChange={(event) => setText(event.target.value)} />
      <sms-meter
        for="message"
        text={text}
        max-segments="3"
        onsms-change={({ detail: { count } }) => setCost(`${count.encoding}, ${count.segments}`)}
      />
      <output>{cost}</output>
      <button id="clear" onClick={() => setText('')}>Clear</button>
    </>
  );
}

createRoot(document.getElementById('app')).render(<Composer />);
