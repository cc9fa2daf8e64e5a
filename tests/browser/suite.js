// All tests in one process: the sites are built once and one browser is opened.
import './complete.js';
import './accessible.js';
import './keyboard.js';
import './features.js';
import './search.test.mjs';
import './reflow.js';
import './without_script.js';
import './print.js';
import './weight.js';
import './valid.js';
import './quiet.js';
