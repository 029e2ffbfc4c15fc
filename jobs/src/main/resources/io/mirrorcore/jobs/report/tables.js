// The tables of figures: numbers right-aligned, rows in the report's own order, no winner marked.
const GLYPH = { ENSEMBLE: '--ensemble', ENSEMBLE_WITH_CASH: '--cash', GUIDE: '--ensemble', OTHER_WEIGHTS: '--ensemble', UNSIZED: '--ensemble', EVIDENCE: '--evidence', OVERLAY: '--overlay', EQUAL_WEIGHT: '--equal', EQUAL_WEIGHT_WITH_HOLD: '--equal', HOLD: '--hold', HOLD_AT_VOLATILITY: '--hold', INVERSE_VOLATILITY: '--inverse', BENCHMARK: '--compared' };

/** @param columns {head, sub?, cell(row), text?, wide?}: `cell` gives a string or an element */
function table(columns, rows, caption) {
  return el('table', {},
    el('caption', { class: 'unseen' }, caption),
    el('thead', {}, el('tr', {}, columns.map((column) =>
      el('th', { scope: 'col', class: column.kind },
        column.head, column.sub ? el('span', { class: 'sub' }, column.sub) : null)))),
    el('tbody', {}, rows.map((row) =>
      el('tr', { class: row.class }, columns.map((column, i) =>
        i === 0
          ? el('th', { scope: 'row' }, column.cell(row))
          : el('td', { class: column.kind }, column.cell(row)))))));
}

/** A strategy that never had a position has no figures: dashes, in grey. */
const trackRows = () => tracks.map((track) => ({
  track,
  f: (!track.idle && track.figures) || {},
  e: (!track.idle && track.evidence) || {},
  m: (!track.idle && track.market) || {},
  b: (!track.idle && track.bestBar) || {},
  class: (track.kind === 'ENSEMBLE' ? 'chief'
    : track === strategies[0] ? 'strategy first-strategy'
    : track.kind === 'STRATEGY' ? 'strategy' : '') + (track.idle ? ' idle' : ''),
}));

const nameColumn = { head: 'Track', cell: ({ track }) => breakable(track.name) };

function showFigures() {
  byId('figures-table').replaceChildren(table([
    nameColumn,
    { head: 'Final capital', cell: ({ f }) => number(f.finalCapital) },
    { head: 'Total return', cell: ({ f }) => signedPercent(f.totalReturn) },
    { head: 'Annual return', sub: isShort ? 'too short' : null, cell: ({ f }) => signedPercent(f.annualReturn) },
    { head: 'Volatility', cell: ({ f }) => percent(f.volatility) },
    { head: 'Sharpe', cell: ({ f }) => signed(f.sharpe) },
    { head: 'Interval', sub: levelOf('sharpeInterval'), kind: 'range', cell: ({ e }) => interval(e.sharpeInterval) },
    { head: 'Sortino', cell: ({ f }) => signed(f.sortino) },
    { head: 'Calmar', cell: ({ f }) => signed(f.calmar) },
    { head: 'Max. drawdown', cell: ({ f }) => percent(f.maxDrawdown) },
    { head: 'Its length', sub: 'bars', cell: ({ f }) => number(f.maxDrawdownBars) },
    { head: 'CVaR 95', sub: 'per bar', cell: ({ f }) => percent(f.cvar95, 2) },
  ], trackRows(), 'Return and risk of every track'));
}

function showTrading() {
  byId('trading-table').replaceChildren(table([
    nameColumn,
    { head: 'Win rate', cell: ({ f }) => percent(f.winRate) },
    { head: 'Profit factor', cell: ({ f }) => number(f.profitFactor, 2) },
    { head: 'Rebalances', cell: ({ f }) => number(f.rebalances) },
    { head: 'Turnover', sub: 'average', cell: ({ f }) => percent(f.averageTurnover) },
    { head: 'Cost paid', cell: ({ f }) => number(f.costPaid) },
    { head: 'Build-up cost', sub: 'first purchase', cell: ({ f }) => number(f.buildUpCost) },
    { head: 'Positions’ cost', cell: ({ f }) => number(f.positionCost) },
    { head: 'Sharpe', sub: 'before costs', cell: ({ f }) => signed(f.grossSharpe) },
    { head: 'Best bar', cell: ({ b }) => signedPercent(b.value) },
    { head: 'Its close', cell: ({ b }) => isNumber(b.time) ? moment(b.time) : NONE },
    { head: 'Total return', sub: 'without it', cell: ({ b }) => signedPercent(b.totalReturnWithout) },
    { head: 'Sharpe', sub: 'without it', cell: ({ b }) => signed(b.sharpeWithout) },
    { head: 'Bars', cell: ({ f }) => number(f.bars) },
  ], trackRows(), 'Trading and costs of every track'));
}

function levelOf(field) {
  const with_ = tracks.find((track) => track.evidence && track.evidence[field]);
  return with_ ? percent(with_.evidence[field].level, 0) : '';
}

function showEvidence() {
  const sharpe = forest((row) => row.f.sharpe, (row) => row.e.sharpeInterval);
  const difference = forest(
    (row) => row.e.sharpeDifference && row.e.sharpeDifference.value, (row) => row.e.sharpeDifference);
  const showsTrials = tracks.some((track) => track.evidence && track.evidence.trials > 1);
  byId('evidence-table').replaceChildren(table([
    nameColumn,
    { head: 'Sharpe', cell: ({ f }) => signed(f.sharpe) },
    { ...sharpe, sub: `${levelOf('sharpeInterval')} interval` },
    { head: 'Less equal weight', cell: ({ e }) => e.sharpeDifference ? signed(e.sharpeDifference.value) : NONE },
    { ...difference, sub: `${levelOf('sharpeDifference')} interval` },
    ...(tracks.some((track) => track.market) ? [
      { head: 'Less HOLD', cell: ({ m }) => m.sharpeDifference ? `${signed(m.sharpeDifference.value)} ${interval(m.sharpeDifference)}` : NONE },
      { head: 'Alpha', sub: 'a year, on HOLD at 10 %', cell: ({ m }) => m.alpha ? `${signedPercent(m.alpha.annual)} (t ${signed(m.alpha.t)})` : NONE },
      { head: 'Beta', cell: ({ m }) => m.alpha ? signed(m.alpha.beta) : NONE },
    ] : []),
    { head: 'PSR', sub: 'Sharpe > 0', cell: ({ e }) => percent(e.psr) },
    { head: 'DSR', sub: 'deflated', cell: ({ e }) => percent(e.dsr) },
    ...(showsTrials ? [{ head: 'Trials', cell: ({ e }) => number(e.trials, decimalsOf(Number((e.trials || 0).toFixed(1)))) }] : []),
    { head: 'Record needed', sub: 'bars', cell: ({ e, track }) => isNumber(e.minimumTrackRecordBars) ? number(e.minimumTrackRecordBars) : track.idle ? NONE : 'never' },
  ], trackRows(), 'Sharpe ratio of every track, and its difference to equal weight, with intervals'));
  byId('evidence-caption').textContent = evidenceWords();
}

function evidenceWords() {
  const judged = strategies.filter((track) => !track.idle);
  const beyond = (field, side) => judged.filter((track) => {
    const range = track.evidence[field];
    return range && (side > 0 ? range.low > 0 : range.high < 0);
  }).length;
  const idle = strategies.length - judged.length;
  return `Of ${plural(judged.length, 'strategy', 'strategies')}${idle ? ` that ever had a position (${number(idle)} had none)` : ''}, the whole interval is above zero for ${beyond('sharpeInterval', 1)} by Sharpe ratio and ${beyond('sharpeDifference', 1)} against equal weight, below zero for ${beyond('sharpeInterval', -1)} and ${beyond('sharpeDifference', -1)}.`;
}

/** A column of whiskers on one common scale. */
function forest(valueOf, rangeOf) {
  const ends = trackRows().flatMap((row) => {
    const range = rangeOf(row);
    return range ? [range.low, range.high, valueOf(row)] : [];
  });
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  const pad = 0.04 * (high - low || 1);
  const x = (value) => `${(100 * (value - low + pad)) / (high - low + 2 * pad)}%`;
  const marks = ticks(low, high, 4);
  return {
    kind: 'forest',
    head: el('span', { class: 'axis', 'aria-hidden': 'true' }, marks.map((mark) =>
      el('span', { style: { left: x(mark) } }, number(mark, mark % 1 ? 1 : 0)))),
    cell: (row) => whisker(x, marks, valueOf(row), rangeOf(row), GLYPH[row.track.kind] || '--soft'),
  };
}

function whisker(x, marks, value, range, colour) {
  const text = range ? interval(range) : NONE;
  return [
    svg('svg', { width: '100%', height: 24, 'aria-hidden': 'true', style: { color: `var(${colour})` } },
      marks.map((mark) => svg('line', { class: mark === 0 ? 'zero' : 'mark', x1: x(mark), x2: x(mark), y1: 0, y2: '100%' })),
      range ? [
        svg('line', { class: 'range', x1: x(range.low), x2: x(range.high), y1: '50%', y2: '50%' }),
        svg('line', { class: 'range', x1: x(range.low), x2: x(range.low), y1: '33%', y2: '67%' }),
        svg('line', { class: 'range', x1: x(range.high), x2: x(range.high), y1: '33%', y2: '67%' }),
        svg('circle', { class: 'value', cx: x(value), cy: '50%', r: 4 }),
      ] : []),
    el('span', { class: 'numbers' }, text),
  ];
}

/** One row a regime and portfolio. */
function showByRegime() {
  const rows = report.byRegime;
  if (!rows) {
    return;
  }
  byId('by-regime').hidden = false;
  const level = rows.find((row) => row.interval);
  byId('by-regime-table').replaceChildren(table([
    { head: 'Regime', cell: ({ row }) => row.regime },
    { head: 'Track', cell: ({ row }) => row.track },
    { head: 'Bars', cell: ({ row }) => number(row.bars) },
    { head: 'Sharpe', cell: ({ row }) => signed(row.sharpe) },
    { head: 'Interval', sub: level ? percent(level.interval.level, 0) : '', kind: 'range', cell: ({ row }) => row.interval ? interval(row.interval) : NONE },
    { head: 'Win rate', cell: ({ row }) => percent(row.winRate) },
    { head: 'Max. drawdown', cell: ({ row }) => percent(row.maxDrawdown) },
    { head: 'Turnover', sub: 'a year', cell: ({ row }) => percent(row.turnover, 0) },
  ], [...rows].sort((a, b) => a.regime < b.regime ? -1 : a.regime > b.regime ? 1 : 0)
    .map((row) => ({ row, class: row.track === 'Ensemble' ? 'chief' : '' })), 'Every portfolio in every regime'));
}

/** One row a year: what the estimates had promised of the weights in force, beside what came. */
function showPromises() {
  const rows = report.promises;
  if (!rows || !rows.length) {
    return;
  }
  byId('promises').hidden = false;
  const sum = (field) => rows.reduce((all, row) => all + row[field], 0);
  const kept = rows.filter((row) => row.realised >= row.expected).length;
  byId('promises-lead').textContent = `Returns of bars, added up: the estimates promised ${signedPercent(sum('expected'))} of the weights in force, and ${signedPercent(sum('realised'))} came, net of cost. In ${kept} of ${plural(rows.length, 'year')} as much came as was promised.`;
  byId('promises-table').replaceChildren(table([
    { head: 'Year', cell: ({ row }) => String(row.year) },
    { head: 'Bars', cell: ({ row }) => number(row.bars) },
    { head: 'Promised', cell: ({ row }) => signedPercent(row.expected) },
    { head: 'Came', cell: ({ row }) => signedPercent(row.realised) },
    { head: 'Less promised', cell: ({ row }) => signedPercent(row.realised - row.expected) },
  ], rows.map((row) => ({ row })), 'Expected and realised returns by year'));
}

/** One row a stress, one column a portfolio. */
function showStress() {
  const rows = report.stress;
  if (!rows) {
    return;
  }
  byId('stress').hidden = false;
  const names = [...new Set(rows.map((row) => row.track))];
  const stresses = [...new Set(rows.map((row) => row.stress))];
  const of = (stress, name) => rows.find((row) => row.stress === stress && row.track === name);
  byId('stress-table').replaceChildren(table([
    { head: 'Sharpe', sub: 'annual return', cell: ({ stress }) => stress },
    ...names.map((name) => ({ head: name, cell: ({ stress }) => {
      const row = of(stress, name);
      return row ? `${signed(row.sharpe)} (${signedPercent(row.annualReturn)})` : NONE;
    } })),
  ], stresses.map((stress) => ({ stress, class: '' })), 'Every portfolio under every stress'));
}

function showTuning() {
  const tuning = report.tuning;
  if (!tuning) {
    return;
  }
  byId('tuning').hidden = false;
  byId('tuning-words').replaceChildren(...tuningWords(tuning).map((text) => el('p', {}, text)));
  const trials = [...tuning.trials].sort((a, b) => (b.sharpe ?? -Infinity) - (a.sharpe ?? -Infinity) || a.number - b.number);
  byId('tuning-table').replaceChildren(table([
    { head: 'Trial', cell: ({ trial }) => trial.number === tuning.best.number ? `${trial.number} (chosen)` : number(trial.number) },
    { head: 'λ', sub: 'lambda', cell: ({ trial }) => plain(trial.lambda) },
    { head: 'η', sub: 'eta', cell: ({ trial }) => plain(trial.eta) },
    { head: 'Sharpe', sub: 'out of sample', cell: ({ trial }) => signed(trial.sharpe, 3) },
    { head: 'Annual return', cell: ({ trial }) => signedPercent(trial.annualReturn) },
    { head: 'Max. drawdown', cell: ({ trial }) => percent(trial.maxDrawdown) },
    { head: 'Turnover', cell: ({ trial }) => percent(trial.turnover) },
  ], trials.map((trial) => ({ trial, class: '' })), 'All trials of the tuning, best first'));
}

function tuningWords(tuning) {
  const words = [`${tuning.method === 'bayes' ? 'A Bayesian search' : 'A grid'} of ${plural(tuning.rawTrials, 'trial')} chose λ = ${plain(tuning.best.lambda)} and η = ${plain(tuning.best.eta)}, by Sharpe ratio out of sample. The trials resemble each other; they count as ${number(tuning.effectiveTrials, 1)} independent ones.`];
  if (isNumber(tuning.pbo)) {
    words.push(`Probability of overfitting ${percent(tuning.pbo, 0)}: of the ways to split the history into halves, in that share the setting best on one half was below the median on the other. Choosing at random gives about 50${NBSP}%; near it, the choice carries no information.`);
  }
  if (isNumber(tuning.dsr)) {
    words.push(`Deflated Sharpe Ratio ${percent(tuning.dsr, 0)}: the confidence that the winner’s Sharpe ratio is more than the best of so many trials reaches by luck. ${tuning.dsr >= 0.95 ? 'That passes' : 'That does not pass'} the customary 95${NBSP}%.`);
  }
  return words;
}

function showWeightsTable() {
  const weights = report.weights;
  const last = weights.values[weights.values.length - 1];
  byId('weights-table').replaceChildren(table([
    { head: 'Strategy', cell: ({ name }) => breakable(name) },
    { head: 'Mean', cell: ({ i }) => percent(weights.summary[i][0]) },
    { head: 'Lowest', cell: ({ i }) => percent(weights.summary[i][1]) },
    { head: 'Highest', cell: ({ i }) => percent(weights.summary[i][2]) },
    { head: 'Last', cell: ({ i }) => percent(last[i]) },
  ], weights.strategies.map((name, i) => ({ name, i, class: '' })), 'Weights of every strategy'));
}
