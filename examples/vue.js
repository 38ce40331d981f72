// A composer in Vue 3, without a build step of its own: the meter follows the text area, and the state follows both.

import { createApp, h, ref } from 'vue';
import 'septet/element';

createApp({
  setup() {
    const text = ref('');
    const cost = ref('');
    return () => [
      h('textarea', { id: 'message', value: text.value, onInput: (event) => { text.value = event.target.value; } }),
      h('sms-meter', {
        for: 'message',
        text: text.value,
        'max-segments': 3,
        'onSms-change': ({ detail: { count } }) => { cost.value = `${count.encoding}, ${count.segments}`; },
      }),
      h('output', cost.value),
      h('button', { id: 'clear', onClick: () => { text.value = ''; } }, 'Clear'),
    ];
  },
}).mount('#app');
