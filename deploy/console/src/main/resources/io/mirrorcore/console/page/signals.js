// Who says what? Filters, the keys of the heatmap, and the table that shows the same.

import { chosen } from './picker.js';
import { Heatmap } from './heatmap.js';
import { openSignal, closeSignal } from './signal.js';
import { actionName, instant, positionWords, span } from './words.js';
import { dataTable, refill } from './table.js';

/** A table of all cells is slow to make: no oftener than that. */
const TABLE_MILLIS = 2000;

let map = null;
let signals = null;
let asTable = false;
let replay = false;
let tableTimer = 0;

const cellOf = (symbol, row) => {
  const cell = signals.cells[`${row}|${symbol}`];
  return cell && { ...cell, position: cell.p, old: isOld(cell) };
};

/** Older than what was read: whether it still holds is not known. In a replay event times run faster than the clock. */
const isOld = (cell) => !replay && signals.newest - cell.t > signals.historyMs;

/**
 * @param panel the tree's signals
 * @param keys the cells that changed, `row|symbol`; null where more than cells has
 * @param ofReplay whether the records are of another time than now
 */
export function drawSignals(panel, keys, ofReplay) {
  signals = panel;
  replay = ofReplay;
  map = map || start();
  if (keys === null) {
    show();
  } else {
    keys.forEach((key) => map.changed(key.slice(key.indexOf('|') + 1), key.slice(0, key.indexOf('|'))));
  }
  byId('signals-caption').textContent = words();
  byId('hatched').hidden = replay;
  drawTableLater();
}

function start() {
  const box = byId('heatmap');
  const made = new Heatmap({ box, canvas: byId('heatmap-canvas'), scroller: byId('heatmap-scroll'), spacer: byId('heatmap-height') }, cellOf, nameOf);
  box.addEventListener('keydown', key);
  byId('heatmap-scroll').addEventListener('click', (event) => at(event, () => openSignal(made.cell, nameOf(made.cell.strategy))));
  byId('heatmap-scroll').addEventListener('mousemove', (event) => hover(event));
  ['symbol-filter', 'strategy-filter'].forEach((id) => byId(id).addEventListener('input', show));
  byId('signals-view').replaceChildren(choice('Show as', [[false, 'Map'], [true, 'Table']], false, switchView));
  drawLegend();
  return made;
}

const matching = (id, names) => {
  const wanted = byId(id).value.trim().toLowerCase();
  return wanted ? names.filter((name) => name.toLowerCase().includes(wanted)) : names;
};

const shownSymbols = () => matching('symbol-filter', signals.symbols);

/** Of a strategy that looks at a portfolio's symbols together, only the portfolio looked at. */
const rowsHere = () => signals.rows.filter(({ portfolio }) => !portfolio || portfolio === chosen()).map(({ id }) => id);

const shownRows = () => matching('strategy-filter', rowsHere());

const nameOf = (row) => signals.rows.find(({ id }) => id === row)?.strategy ?? row;

function show() {
  map.show(shownSymbols(), shownRows());
  byId('signals-caption').textContent = words();
  drawTableLater();
}

function switchView(table) {
  asTable = table;
  byId('heatmap').hidden = table;
  byId('signals-table').hidden = !table;
  drawTable();
  show();
}

/** Arrows move, Enter opens; Escape closes what is open. */
function key(event) {
  const { row, column } = map.at;
  const moves = {
    ArrowUp: [row - 1, column], ArrowDown: [row + 1, column], ArrowLeft: [row, column - 1], ArrowRight: [row, column + 1],
    PageUp: [row - 10, column], PageDown: [row + 10, column], Home: [row, 0], End: [row, Infinity],
  };
  if (event.ctrlKey && (event.key === 'Home' || event.key === 'End')) {
    moves[event.key] = event.key === 'Home' ? [0, 0] : [Infinity, Infinity];
  }
  if (moves[event.key]) {
    event.preventDefault();
    map.moveTo(...moves[event.key]);
    byId('heatmap-at').textContent = cellWords(map.cell);
  } else if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    openSignal(map.cell, nameOf(map.cell.strategy));
  } else if (event.key === 'Escape') {
    closeSignal();
  }
}

function at(event, then) {
  const found = map.cellAt(event.clientX, event.clientY);
  if (found) {
    map.moveTo(found.row, found.column);
    byId('heatmap').focus();
    then();
  }
}

/** Where the pointer is, without moving the cell in hand. */
function hover(event) {
  const found = map.cellAt(event.clientX, event.clientY);
  byId('heatmap-scroll').title = found ? cellWords({ symbol: map.symbols[found.row], strategy: map.strategies[found.column] }) : '';
}

function cellWords({ symbol, strategy }) {
  if (!symbol || !strategy) {
    return '';
  }
  const cell = cellOf(symbol, strategy);
  return `${symbol}, ${nameOf(strategy)}: ${cell ? `${positionWords(cell.p)}, ${actionName(cell.a)}, since ${instant(cell.t)}${cell.old ? `, unchanged for more than ${span(signals.historyMs)}` : ''}` : 'no signal yet'}`;
}

function words() {
  const here = new Set(rowsHere());
  const cells = Object.entries(signals.cells).filter(([key]) => here.has(key.slice(0, key.indexOf('|')))).map(([, cell]) => cell);
  if (cells.length === 0) {
    return 'No signal yet: strategies speak when enough bars have passed.';
  }
  const count = (test) => number(cells.filter(test).length);
  const symbols = shownSymbols();
  const rows = shownRows();
  const filtered = symbols.length < signals.symbols.length || rows.length < rowsHere().length;
  return `${count(({ p }) => p > 0)} long, ${count(({ p }) => p < 0)} short, ${count(({ p }) => p === 0)} flat; newest ${instant(signals.newest)}. ${filtered ? `In sight: ${plural(symbols.length, 'symbol')} and ${plural(rows.length, 'strategy', 'strategies')} of ${number(signals.symbols.length)} and ${number(rowsHere().length)}.` : ''} Arrow keys move over the map, Enter or a click opens a signal.`;
}

function drawLegend() {
  const swatch = (variable, text, strength) => el('span', {}, areaSwatch(`rgb(var(${variable}) / ${strength})`), text);
  byId('signals-legend').replaceChildren(
    swatch('--above', '+ long', 0.8), swatch('--above', '+ partly', 0.4), el('span', {}, '· flat'), swatch('--below', `${MINUS} short`, 0.8),
    el('span', { id: 'hatched' }, `▨ unchanged for more than ${span(signals.historyMs)}`), el('span', {}, 'empty: no signal yet'));
}

function drawTableLater() {
  tableTimer = tableTimer || (asTable ? setTimeout(drawTable, TABLE_MILLIS) : 0);
}

function drawTable() {
  clearTimeout(tableTimer);
  tableTimer = 0;
  if (!asTable) {
    return;
  }
  const rows = shownRows();
  refill(byId('signals-table'), dataTable('Positions wanted, symbols down, strategies across', ['Symbol', ...rows.map(nameOf)],
    shownSymbols().map((symbol) => [symbol, ...rows.map((row) => tableCell(symbol, row))])));
}

function tableCell(symbol, row) {
  const cell = cellOf(symbol, row);
  return cell ? `${signed(cell.p)} ${actionName(cell.a)}${cell.old ? ' (old)' : ''}` : NONE;
}
