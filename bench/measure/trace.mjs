/**
 * What a script costs the main thread, read from Chromium's trace: the thread's own CPU time of tasks and of the pieces of
 * script in them, shared out by the sampling profiler where several scripts run in one piece (promises do).
 */

const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-v8.cpu_profiler',
];

/** Pieces in which script runs, when nothing of this list is around them. */
const SCRIPT = new Set([
  'EvaluateScript',
  'FireAnimationFrame',
  'FireIdleCallback',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'v8.callFunction',
  'v8.compile',
]);

/** Starts recording on a page's protocol session. Resolves to what ends it and resolves to the trace's events. */
export async function startTrace(protocol) {
  const events = [];
  const collect = ({ value }) => events.push(...value);
  protocol.on('Tracing.dataCollected', collect);
  await protocol.send('Tracing.start', {
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
    transferMode: 'ReportEvents',
  });
  return async () => {
    const complete = new Promise((resolve) => protocol.once('Tracing.tracingComplete', resolve));
    await protocol.send('Tracing.end');
    await complete;
    protocol.off('Tracing.dataCollected', collect);
    return events;
  };
}

/**
 * CPU time in milliseconds of all tasks of a page's main thread, of the script whose address `isOurs` accepts, and of
 * the longest task in which that script ran; and how many layouts and style recalculations that script made the browser do.
 * @returns {{ tasks: number, script: number, longestTask: number, forced: number }}
 */
export function costOf(events, isOurs) {
  const thread = mainThreadOf(events);
  const own = events.filter(({ pid, tid, ph }) => pid === thread.pid && tid === thread.tid && ph === 'X');
  const tasks = own.filter(({ name }) => name === 'RunTask').sort((a, b) => a.ts - b.ts);
  const pieces = outermost(own.filter(({ name }) => SCRIPT.has(name)));
  const layouts = own.filter(({ name }) => name === 'Layout' || name === 'UpdateLayoutTree');
  const samples = samplesOf(events, thread.pid, isOurs);
  let script = 0;
  let longestTask = 0;
  let forced = 0;
  for (const piece of pieces) {
    const end = piece.ts + piece.dur;
    const inside = samples.filter(({ at }) => at >= piece.ts && at <= end);
    const ours = inside.filter((sample) => sample.ours).length;
    const named = isOurs(piece.args?.data?.url ?? piece.args?.fileName ?? '');
    if (ours === 0 && !named) continue;
    // A piece too short for a sample is all of the script that it names.
    script += (piece.tdur ?? 0) * (inside.length > 0 ? ours / inside.length : 1);
    const task = tasks.find(({ ts, dur }) => ts <= piece.ts && ts + dur >= end);
    forced += layouts.filter(({ ts }) => ts >= piece.ts && ts <= end).length;
    longestTask = Math.max(longestTask, task?.tdur ?? piece.tdur ?? 0);
  }
  return {
    tasks: tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000,
    script: script / 1000,
    longestTask: longestTask / 1000,
    forced,
  };
}

/** The busiest renderer's: a new tab leaves an idle one behind. */
function mainThreadOf(events) {
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const work = ({ pid, tid }) =>
    events.reduce(
      (sum, event) =>
        event.pid === pid && event.tid === tid && event.name === 'RunTask' ? sum + (event.tdur ?? 0) : sum,
      0,
    );
  const [busiest] = mains.map((main) => ({ main, work: work(main) })).sort((a, b) => b.work - a.work);
  if (!busiest) throw new Error('The trace has no renderer in it');
  return busiest.main;
}

function outermost(pieces) {
  const sorted = [...pieces].sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const kept = [];
  for (const piece of sorted) {
    const last = kept.at(-1);
    if (!last || piece.ts >= last.ts + last.dur) kept.push(piece);
  }
  return kept;
}

/** The profiler's samples of a process: when each was taken, and whether our script was anywhere on the stack. */
function samplesOf(events, process, isOurs) {
  const profiles = new Map();
  for (const event of events) {
    if (event.pid !== process) continue;
    if (event.name === 'Profile')
      profiles.set(event.id, { at: event.args.data.startTime, nodes: new Map(), samples: [] });
    const profile = profiles.get(event.id);
    if (event.name !== 'ProfileChunk' || !profile) continue;
    const { cpuProfile = {}, timeDeltas = [] } = event.args.data;
    for (const { id, parent, callFrame } of cpuProfile.nodes ?? [])
      profile.nodes.set(id, isOurs(callFrame.url ?? '') || (profile.nodes.get(parent) ?? false));
    for (const [index, node] of (cpuProfile.samples ?? []).entries()) {
      profile.at += timeDeltas[index];
      profile.samples.push({ at: profile.at, ours: profile.nodes.get(node) ?? false });
    }
  }
  return [...profiles.values()].flatMap(({ samples }) => samples);
}
