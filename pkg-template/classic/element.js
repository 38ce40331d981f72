/** `septet/element` as a classic script. What it needs later it imports from the package next to it. */

import '../element.js';
