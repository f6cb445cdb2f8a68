/** Mulberry32: numbers from 0 up to 1, the same ones for a seed every time. */
export function random(seed: number): () => number;
