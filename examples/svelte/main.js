// A composer in Svelte 5: the meter follows the text area, and the state follows both.
//
//     npm install && npm start
//
// builds it and serves it on PORT (4173). In a checkout `cargo xtask pkg` makes the package first; elsewhere `npm install septet` does.

import { mount } from 'svelte';
import Composer from './Composer.svelte';

mount(Composer, { target: document.getElementById('app') });
