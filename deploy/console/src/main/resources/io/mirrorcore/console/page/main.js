// Puts the page together: the first snapshot, the stream, and who draws what when which panel changes.
// data-state of the root is ready once everything has been drawn.

import { onToken, openSession } from './session.js';
import { hear, onChange, resync, store } from './store.js';
import { listen } from './tabs.js';
import { drawStatus } from './status.js';
import { drawNow } from './now.js';
import { drawProof, watchProof } from './proof.js';
import { colourOf, drawWeights } from './weights-panel.js';
import { drawEquity } from './equity.js';
import { drawSignals } from './signals.js';
import { watchSignal } from './signal.js';
import { drawAlerts } from './alerts.js';
import { drawPositions } from './positions.js';
import { drawAccount } from './account.js';
import { drawLetters } from './letters.js';
import { drawHealth } from './health.js';
import { drawWindowButtons } from './window.js';
import { chosen, drawPicker } from './picker.js';
import { extend, onWindow } from './timeline.js';

const root = document.documentElement;
const changed = new Set();
let cells = new Set();
let everything = false;
let asked = 0;
let listening = false;

onChange((paths) => {
  if (paths === null) {
    everything = true;
    listenOnce();
  } else {
    paths.forEach(note);
  }
  asked = asked || (document.hidden ? 0 : requestAnimationFrame(draw));
});

/** A change of one cell is drawn alone; any other of signals draws them all. */
function note(path) {
  const [panel, part, key] = path;
  if (panel !== 'signals') {
    changed.add(panel);
  } else if (part === 'cells' && path.length === 3) {
    cells.add(key);
  } else if (part !== 'newest') {
    changed.add('signals');
  }
}

function draw() {
  asked = 0;
  drawStatus();
  const { panels } = store;
  if (!panels || document.hidden) {
    return;
  }
  drawPicker((panels.now && panels.now.order) || []);
  const parts = { weights: drawOverTime, equity: drawOverTime, now: drawHoldings, alerts: () => drawAlerts(panels.alerts || {}),
    letters: () => drawLetters(panels.letters || {}), health: () => drawHealth(panels.health || {}, panels.status || {}), positions: drawHeld, account: drawPaper, proof: drawHoldings };
  const due = new Set((everything ? Object.keys(parts) : [...changed]).map((panel) => parts[panel]).filter(Boolean));
  if (everything || changed.has('signals') || cells.size > 0) {
    drawSignals({ cells: {}, rows: [], symbols: [], ...panels.signals }, everything || changed.has('signals') ? null : cells,
      Boolean(panels.status && panels.status.replay));
  }
  everything = false;
  changed.clear();
  cells = new Set();
  due.forEach((part) => part());
  root.dataset.state = 'ready';
}

const of = (panel) => {
  const { portfolios = {} } = store.panels[panel] || {};
  return Object.hasOwn(portfolios, chosen()) ? portfolios[chosen()] : null;
};

function drawHoldings() {
  drawNow(chosen(), of('now'), colourOf);
  drawProof(chosen(), of('proof'));
}

function drawOverTime() {
  const weights = of('weights');
  const equity = of('equity');
  const times = [...(weights ? [weights.rows[0], weights.rows[weights.rows.length - 1]] : []).filter(Boolean).map(({ t }) => t),
    ...(equity && equity.points.length ? [equity.points[0][0], equity.points[equity.points.length - 1][0]] : [])];
  if (times.length > 0) {
    extend(Math.min(...times), Math.max(...times));
  }
  drawWeights(weights, times.length ? Math.max(...times) : 0);
  drawEquity(equity);
  drawWindowButtons();
}

const drawPaper = () => drawAccount(chosen(), of('account'));

const drawHeld = () => drawPositions(chosen(), of('positions'));

function all() {
  everything = true;
  asked = asked || requestAnimationFrame(draw);
}

async function start() {
  watchProof();
  watchSignal();
  byId('portfolio').addEventListener('change', all);
  document.addEventListener('visibilitychange', () => document.hidden || all());
  onWindow(() => store.panels && drawCaptions());
  setInterval(() => document.hidden || drawStatus(), 1000);
  byId('colophon').textContent = 'Charts: uPlot, MIT License.';
  onToken(() => openSession().then(resync));
  await openSession();
  await resync();
}

/** Behind the first snapshot: before it there is nothing to go on from. */
function listenOnce() {
  if (!listening) {
    listening = true;
    listen(() => store.seq, hear);
  }
}

/** Sentences about what is in sight. */
function drawCaptions() {
  changed.add('weights');
  asked = asked || requestAnimationFrame(draw);
}

start().catch((error) => {
  root.dataset.state = 'failed';
  byId('failure').hidden = false;
  byId('failure').textContent = `This page could not be started (${error.message}).`;
  throw error;
});
