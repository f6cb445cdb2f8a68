import type { Plugin } from 'vite';

export function licences(): { plugin: Plugin; write(outDir: string): void };
