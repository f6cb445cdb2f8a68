/** How much the extension keeps in the browser, and whether the browser may clear it by itself. */

export interface StorageUse {
  /** Bytes on the disk, as the browser estimates them; null where it won't say. */
  bytes: number | null;
  /** Whether the browser promised to keep it until it is deleted by a person. */
  persisted: boolean;
}

/** Never rejects: what the browser won't say is null or false. */
export async function readStorageUse(): Promise<StorageUse> {
  const [estimate, persisted] = await Promise.all([
    navigator.storage.estimate().catch(() => ({ usage: undefined })),
    navigator.storage.persisted().catch(() => false),
  ]);
  return { bytes: estimate.usage ?? null, persisted };
}
