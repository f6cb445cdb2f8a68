/** Figures of several rounds, drawn together. */

/** The middle value, or the mean of the two middle ones; NaN of nothing. */
export function median(values) {
  return quantile(values, 0.5);
}

/** Lower and upper quartile. */
export function quartiles(values) {
  return [quantile(values, 0.25), quantile(values, 0.75)];
}

/** Linear between the two nearest values (type 7 of Hyndman and Fan, 1996). */
function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)];
  return below + (sorted[Math.ceil(at)] - below) * (at - Math.floor(at));
}
