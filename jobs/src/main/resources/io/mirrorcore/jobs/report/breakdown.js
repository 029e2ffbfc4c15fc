// What the ensemble is made of: drawdowns, symbols, strategies, trades, and all beside a benchmark.
const breakdown = report.breakdown || {};
const MOST_ROWS = 25;

function showBenchmark() {
  const { benchmark } = breakdown;
  byId('benchmark').hidden = !benchmark;
  if (!benchmark) {
    return;
  }
  byId('benchmark-head').textContent = `Beside ${benchmark.name}`;
  byId('benchmark-lead').textContent = benchmark.name === 'HOLD'
    ? 'HOLD buys all symbols of the portfolio and holds them. Alpha is what a track earned a year beyond beta times that; capture is its share of the gains and of the losses of it.'
    : `${benchmark.name}, bought and held without cost. Alpha is what a track earned a year beyond beta times that; capture is its share of the gains and of the losses of it.`;
  const rows = tracks.filter((track) => benchmark.tracks.some((row) => row.track === track.name) || track.idle)
    .map((track) => ({ track, b: benchmark.tracks.find((row) => row.track === track.name) || {},
      class: (track.kind === 'ENSEMBLE' ? 'chief' : track === strategies[0] ? 'strategy first-strategy' : track.kind === 'STRATEGY' ? 'strategy' : '') + (track.idle ? ' idle' : '') }));
  byId('benchmark-table').replaceChildren(table([
    nameColumn,
    { head: 'Alpha', sub: 'a year', cell: ({ b }) => signedPercent(b.alpha) },
    { head: 'Beta', cell: ({ b }) => signed(b.beta) },
    { head: 'Correlation', cell: ({ b }) => signed(b.correlation) },
    { head: 'Up capture', cell: ({ b }) => percent(b.upCapture) },
    { head: 'Down capture', cell: ({ b }) => percent(b.downCapture) },
  ], rows, `Every track beside ${benchmark.name}`));
}

function showDrawdowns() {
  const found = breakdown.drawdowns;
  byId('drawdowns').hidden = !found;
  if (!found) {
    return;
  }
  byId('drawdowns-table').hidden = found.length === 0;
  byId('drawdowns-lead').textContent = found.length === 0
    ? 'The ensemble was never below an earlier peak.'
    : `Of the ensemble, deepest first${found.length < 10 ? ': all there were' : ''}. Each lasts from a peak to the first close at or above it again.`;
  byId('drawdowns-table').replaceChildren(table([
    { head: 'Depth', cell: ({ row }) => percent(row.depth, 2) },
    { head: 'Peak', cell: ({ row }) => moment(row.start) },
    { head: 'Lowest', cell: ({ row }) => moment(row.trough) },
    { head: 'Recovered', cell: ({ row }) => isNumber(row.end) ? moment(row.end) : 'not yet' },
    { head: 'Length', sub: 'bars', cell: ({ row }) => number(row.bars) },
    { head: 'To the lowest', sub: 'bars', cell: ({ row }) => number(row.barsToTrough) },
  ], found.map((row) => ({ row, class: '' })), 'Deepest drawdowns of the ensemble'));
}

function showAttribution() {
  const found = breakdown.attribution;
  byId('attribution').hidden = !found;
  if (!found) {
    return;
  }
  const earned = ensemble.figures.finalCapital - report.capital;
  byId('attribution-lead').textContent = `The ensemble’s profit of ${signed(earned, 0)}, in units of the capital, by who brought it. Each table adds up to it.`;
  byId('by-symbol-head').hidden = !found.symbols;
  byId('by-symbol-table').hidden = !found.symbols;
  if (found.symbols) {
    byId('by-symbol-table').replaceChildren(rowsTable('Symbol', found.symbols, ['Cash, cost of weights', found.apart]));
  }
  byId('by-strategy-table').replaceChildren(rowsTable('Strategy', found.strategies, ['Of no one strategy', found.between]));
  byId('attribution-caption').textContent = (found.symbols
    ? 'Strategies are netted before anything is traded: the cost of a trade is shared out among those that wanted it. What the no-trade band, smoothing and cash made of the sum is of no one strategy.'
    : 'Without prices a strategy’s part is its own net return times its weight; what it traded is not known.')
    + (isShort ? ' Turnover is of the whole span: it is too short to annualise.' : ' Turnover is a year’s.');
}

/** The largest by profit or loss; the rest in one row, so that the column still adds up. */
function rowsTable(head, all, [restName, rest]) {
  const sorted = [...all].sort((a, b) => Math.abs(b.profit) - Math.abs(a.profit) || (a.name < b.name ? -1 : 1));
  const idle = sorted.filter((row) => row.heldBars === 0);
  const held = sorted.filter((row) => row.heldBars > 0);
  const cut = held.length > MOST_ROWS + 1 ? held.slice(MOST_ROWS) : [];
  const shown = held.slice(0, held.length - cut.length).sort((a, b) => b.profit - a.profit);
  const sum = (rows, field) => rows.reduce((total, row) => total + (row[field] || 0), 0);
  const rows = shown.map((row) => ({ row, class: '' }));
  if (cut.length > 0) {
    rows.push({ row: { name: `${number(cut.length)} more, in report.json`, profit: sum(cut, 'profit'), cost: sum(cut, 'cost'), exposure: sum(cut, 'exposure'), net: sum(cut, 'net'), turnover: sum(cut, 'turnover') }, class: 'rest' });
  }
  rows.push(...idle.map((row) => ({ row: { name: row.name }, class: 'idle' })));
  rows.push({ row: { name: restName, profit: rest }, class: 'rest' });
  rows.push({ row: { name: 'Together', profit: sum(all, 'profit') + rest, cost: all.some((row) => isNumber(row.cost)) ? sum(all, 'cost') : null }, class: 'chief' });
  return table([
    { head, cell: ({ row }) => breakable(row.name) },
    { head: 'Profit', cell: ({ row }) => signed(row.profit, 0) },
    { head: 'Cost', sub: 'in it', cell: ({ row }) => number(row.cost, 0) },
    { head: 'Exposure', sub: 'average', cell: ({ row }) => percent(row.exposure) },
    { head: 'Net', sub: 'average', cell: ({ row }) => signedPercent(row.net) },
    { head: 'Turnover', sub: isShort ? 'in all' : 'a year', cell: ({ row }) => isNumber(row.turnover) ? `${number(row.turnover, 1)}×` : NONE },
    { head: 'Bars held', cell: ({ row }) => number(row.heldBars) },
  ], rows, `Profit and loss by ${head.toLowerCase()}`);
}

function showTrades() {
  const found = breakdown.attribution && breakdown.attribution.trades;
  byId('trades').hidden = !found;
  if (!found) {
    return;
  }
  const all = found.count <= found.last.length;
  byId('trades-lead').textContent = `${plural(found.count, 'change')} of a position after netting, worth ${number(found.value)} together at a cost of ${number(found.cost)}. ${all ? 'All are' : `The ${number(found.last.length)} largest or last are`} here; every one is in trades.csv beside this report.`;
  byId('trades-controls').replaceChildren(choice('Show', [['largest', all ? 'By size' : 'Largest'], ['last', all ? 'By time' : 'Last']], 'largest', tradesTable));
  tradesTable('largest');
}

function tradesTable(which) {
  const rows = breakdown.attribution.trades[which];
  byId('trades-table').replaceChildren(table([
    { head: 'Close', cell: ({ row }) => moment(row.time) },
    { head: 'Symbol', kind: 'name', cell: ({ row }) => row.symbol },
    { head: 'Side', kind: 'name', cell: ({ row }) => row.value < 0 ? 'sell' : 'buy' },
    { head: 'Price', cell: ({ row }) => row.price > 0 ? number(row.price, row.price < 10 ? 4 : 2) : NONE },
    { head: 'Position', sub: 'before', cell: ({ row }) => signedPercent(row.before) },
    { head: 'Position', sub: 'after', cell: ({ row }) => signedPercent(row.after) },
    { head: 'Value', cell: ({ row }) => number(Math.abs(row.value), 0) },
    { head: 'Cost', cell: ({ row }) => number(row.cost, 2) },
  ], (which === 'last' ? [...rows].reverse() : rows).map((row) => ({ row, class: '' })), which === 'last' ? 'Trades, the last first' : 'Trades, the largest first'));
}
