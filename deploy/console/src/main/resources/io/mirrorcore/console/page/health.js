// Is the job well? What Flink says of it, where the console was told where Flink is; and the outputs' age.

import { instant, span } from './words.js';
import { facts } from './table.js';

const BUSY = 0.5;

export function drawHealth({ flink, streams }, status) {
  byId('health-words').textContent = flink ? flinkWords(flink) : 'Not asked of Flink: start the console with --flink URL to see restarts, checkpoints and back-pressure. What the topics say:';
  facts(byId('health-facts'), [...(flink && flink.state === 'UP' ? flinkFacts(flink, status.time) : []), ...outputFacts(status), ['Pages open', number(streams)]]);
}

function flinkWords({ url, state, error, job, jobState, restarts, tasks = [] }) {
  if (state !== 'UP') {
    return `Flink at ${url} does not answer${error ? `: ${error}` : '.'}`;
  }
  const slow = [...tasks].sort((a, b) => b.backPressure - a.backPressure)[0];
  const pressed = slow && slow.backPressure > BUSY ? ` ${slow.name} waits ${percent(slow.backPressure, 0)} of its time for those after it.` : ' No task is held up by those after it.';
  return `${job} is ${String(jobState).toLowerCase()}; ${restarts ? plural(restarts, 'restart') : 'no restart'}.${pressed}`;
}

const flinkFacts = ({ runningSince, restarts, checkpoint, tasks = [] }, time) => [
  ['Running for', isNumber(runningSince) ? span(time - runningSince) : null],
  ['Restarts', number(restarts)],
  ['Last checkpoint', checkpoint && isNumber(checkpoint.completed) ? `${span(time - checkpoint.completed)} ago, took ${span(checkpoint.durationMs)}` : 'none'],
  ['Checkpoints', checkpoint ? `${number(checkpoint.count)}, ${number(checkpoint.failed)} failed` : null],
  ['Back-pressure', tasks.length ? percent(Math.max(...tasks.map(({ backPressure }) => backPressure || 0)), 0) : null],
];

const outputFacts = ({ outputs = {}, time }) =>
  Object.entries(outputs).filter(([, output]) => isNumber(output.grew)).map(([name, { grew, records, event, delayMs }]) =>
    [name, `${plural(records, 'record')}, newest ${isNumber(event) ? `of ${instant(event)}` : `${span(time - grew)} ago`}${isNumber(delayMs) ? `, visible ${span(delayMs)} after it was written` : ''}`]);
