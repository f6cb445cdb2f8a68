/** How much memory the extension's worker holds, as Chromium's own tools tell. */
import type { ChromiumExtension } from './chromium';

/** Bytes held: by all, and by the buffers among it. */
export interface HeldMemory {
  all: number;
  buffers: number;
}

/** Resolves to what frees all that nothing holds any more, and resolves to what is left. */
export async function watchWorkerMemory({ context, id }: ChromiumExtension): Promise<() => Promise<HeldMemory>> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { targetInfos = [] } = (await session?.send('Target.getTargets')) ?? {};
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(id));
  if (!session || !worker) throw new Error('There is no worker to look into.');
  const { sessionId } = await session.send('Target.attachToTarget', { targetId: worker.targetId, flatten: false });
  const waiting = new Map<number, (result: Record<string, number>) => void>();
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.(result);
  });
  let asked = 0;
  const ask = (method: string) =>
    new Promise<Record<string, number>>((resolve, reject) => {
      const message = JSON.stringify({ id: ++asked, method });
      waiting.set(asked, resolve);
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  return async () => {
    await ask('HeapProfiler.collectGarbage');
    const { usedSize = 0, backingStorageSize = 0 } = await ask('Runtime.getHeapUsage');
    return { all: usedSize + backingStorageSize, buffers: backingStorageSize };
  };
}
