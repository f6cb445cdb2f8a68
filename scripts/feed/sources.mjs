/** Loads the extension's own modules into Node: what publishes a feed runs the code that reads it. */
import { createServer } from 'vite';
import { ROOT } from '../tools.mjs';

/** The modules at paths from the project's root, in the order given. */
export async function loadSources(...paths) {
  const server = await createServer({
    root: ROOT,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, ws: false, watch: null },
  });
  try {
    const modules = [];
    for (const path of paths) modules.push(await server.ssrLoadModule(`/${path}`));
    return modules;
  } finally {
    await server.close();
  }
}
