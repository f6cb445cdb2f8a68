/**
 * The extension in a Chromium to whose tabs no debugger is attached, as one keeps them from making pages ready: only a page
 * of the extension is reached, and what happens in tabs is done and seen by the extension.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { chromiumPath } from '../../scripts/browsers.mjs';
import { buildFolder } from './build-folder';
import { type Network, startNetwork } from './network';

interface Target {
  url: string;
  webSocketDebuggerUrl: string;
}
interface Reply {
  id?: number;
  result?: { result?: { value?: unknown }; exceptionDetails?: { exception?: { description?: string } } };
}

export class UndrivenChromium {
  #asked = 0;
  private constructor(
    private readonly child: ChildProcess,
    private readonly profile: string,
    private readonly network: Network,
    private readonly socket: WebSocket,
  ) {}

  static async launch(): Promise<UndrivenChromium> {
    const network = await startNetwork();
    const profile = mkdtempSync(join(tmpdir(), 'chromium-'));
    const folder = buildFolder('chrome', { variant: 'granted' });
    const child = spawn(
      chromiumPath() ?? 'chromium',
      [
        '--headless=new',
        '--no-sandbox',
        '--no-first-run',
        `--user-data-dir=${profile}`,
        '--remote-debugging-port=0',
        '--disable-features=DisableLoadExtensionCommandLineSwitch',
        `--disable-extensions-except=${folder}`,
        `--load-extension=${folder}`,
        `--proxy-server=http://127.0.0.1:${network.port}`,
        '--ignore-certificate-errors',
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let said = '';
    child.stderr.on('data', (text) => {
      said += text;
    });
    const port = () => said.match(/DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/)?.[1];
    await expect.poll(port, 'Chromium did not start').toBeTruthy();
    const find = async () => {
      const targets = (await (await fetch(`http://127.0.0.1:${port()}/json/list`)).json()) as Target[];
      return targets.find(({ url }) => url.endsWith('first-run.html'))?.webSocketDebuggerUrl ?? '';
    };
    await expect.poll(find, 'the first-run page did not open').toBeTruthy();
    const socket = new WebSocket(await find());
    await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
    const chromium = new UndrivenChromium(child, profile, network, socket);
    // A page that has just opened is an empty one for a moment.
    await expect
      .poll(() => chromium.run('typeof globalThis.chrome?.scripting'), 'the page is not ours yet')
      .toBe('object');
    return chromium;
  }

  /** Evaluates an expression in the extension's first-run page. */
  run<R>(expression: string): Promise<R> {
    this.#asked += 1;
    const id = this.#asked;
    const reply = new Promise<R>((resolve, reject) => {
      const take = ({ data }: MessageEvent) => {
        const answer = JSON.parse(String(data)) as Reply;
        if (answer.id !== id) return;
        this.socket.removeEventListener('message', take);
        const { exceptionDetails, result } = answer.result ?? {};
        if (exceptionDetails) reject(new Error(exceptionDetails.exception?.description));
        else resolve(result?.value as R);
      };
      this.socket.addEventListener('message', take);
    });
    const params = { expression, awaitPromise: true, returnByValue: true };
    this.socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }));
    return reply;
  }

  /** Runs a function in a tab, in the extension's own world there. */
  inTab<R>(tabId: number, inPage: () => R): Promise<R> {
    const injection = `{ target: { tabId: ${tabId} }, func: ${String(inPage)} }`;
    return this.run(`chrome.scripting.executeScript(${injection}).then(([answer]) => answer.result)`);
  }

  async close(): Promise<void> {
    this.socket.close();
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill();
    await ended;
    this.network.close();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
