/** Saving a file that was made on this page. */

/** Hands a file to the browser's downloads. */
export function saveFile({ name, type, text }: { name: string; type: string; text: string }): void {
  saveBlob(name, new Blob([text], { type }));
}

/** The same for what is no text. */
export function saveBlob(name: string, blob: Blob): void {
  const link = document.createElement('a');
  const address = URL.createObjectURL(blob);
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the file after the click; it has to be there until then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
