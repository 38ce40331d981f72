// A composer in Vue 3: the meter follows the text area, and the state follows both.
//
//     npm install && npm start
//
// builds it and serves it on PORT (4173). In a checkout `cargo xtask pkg` makes the package first; elsewhere `npm install septet` does.

import { createApp } from 'vue';
import Composer from './Composer.vue';

createApp(Composer).mount('#app');
