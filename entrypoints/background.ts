/** The background: wires the handlers, the menu and the commands to the browser. */
import { defineBackground } from 'wxt/utils/define-background';

export default defineBackground({
  type: 'module',
  main() {
    // Filled in by the wiring.
  },
});
