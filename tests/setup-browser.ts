/** What every test in the browser starts from: an extension API that knows the texts and nothing else. */
import { getMessage } from './english';

Object.assign(globalThis, { browser: { runtime: { id: 'test' }, i18n: { getMessage } } });
