/**
 * What a script costs the main thread, read from Chromium's trace: the thread's own CPU time of its tasks, of which the
 * sampling profiler tells what share was spent in that script and in what it called.
 */

const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-v8.cpu_profiler',
];

/** Microseconds: https://www.w3.org/TR/longtasks-1/#longtask */
const LONG_TASK = 50_000;

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
 * the longest task in which that script ran; how many such tasks took over 50 ms; and how many layouts and style
 * recalculations that script made the browser do.
 * @returns {{ tasks: number, script: number, longestTask: number, longTasks: number, forced: number }}
 */
export function costOf(events, isOurs) {
  const thread = mainThreadOf(events);
  const own = events.filter(({ pid, tid, ph }) => pid === thread.pid && tid === thread.tid && ph === 'X');
  const tasks = own.filter(({ name }) => name === 'RunTask');
  const layouts = own.filter(({ name }) => name === 'Layout' || name === 'UpdateLayoutTree');
  const samples = samplesOf(events, thread.pid, isOurs);
  const ran = tasks.flatMap((task) => {
    const inside = within(task, samples);
    const ours = inside.filter((sample) => sample.ours);
    return ours.length > 0
      ? [{ time: task.tdur, share: ours.length / inside.length, layouts: within(task, layouts), ours }]
      : [];
  });
  return {
    tasks: tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000,
    script: ran.reduce((sum, { time, share }) => sum + time * share, 0) / 1000,
    longestTask: Math.max(0, ...ran.map(({ time }) => time)) / 1000,
    longTasks: ran.filter(({ time }) => time > LONG_TASK).length,
    forced: ran.reduce(
      (sum, { layouts, ours }) => sum + layouts.filter((layout) => isCausedBy(layout, ours)).length,
      0,
    ),
  };
}

function within({ ts, dur }, events) {
  return events.filter((event) => event.ts >= ts && event.ts <= ts + dur);
}

/** A layout stands between two samples of the script that waits for it; the browser's own come after the script is done. */
function isCausedBy({ ts, dur }, samples) {
  return samples.some((sample) => sample.ts <= ts) && samples.some((sample) => sample.ts >= ts + dur);
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
      profile.samples.push({ ts: profile.at, ours: profile.nodes.get(node) ?? false });
    }
  }
  return [...profiles.values()].flatMap(({ samples }) => samples);
}
