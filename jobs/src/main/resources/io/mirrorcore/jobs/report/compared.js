// Puts the page of several runs together; data-state of the root is ready or failed when it is done.
const root = document.documentElement;
const shared = runs[0].report.tracks.map((track) => track.name).filter((name) => runs.every((run) => trackOf(run, name)));
const chosen = { track: shared.includes('Ensemble') ? 'Ensemble' : shared[0], strategy: null };
const charts = {};

const runLink = (run) => [lineSwatch(lineOf(run).variable, lineOf(run).dash, lineOf(run).width), ' ', el('a', { href: run.href }, run.name)];

/** One row a figure, one column a run. */
function runsTable(rows, caption, head = '') {
  return el('table', { class: 'runs' },
    el('caption', { class: 'unseen' }, caption),
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, head || 'Figure'), runs.map((run) => el('th', { scope: 'col' }, runLink(run))))),
    el('tbody', {}, rows.map(([name, cell]) => el('tr', {}, el('th', { scope: 'row' }, name), runs.map((run) => el('td', {}, cell(run)))))));
}

function showHead() {
  byId('title').textContent = `${plural(runs.length, 'run')} side by side`;
  const same = (of) => new Set(runs.map(of)).size === 1;
  byId('lead').textContent = same((run) => run.report.verdict.sentence)
    ? `Each of them: ${runs[0].report.verdict.sentence}`
    : runs.map((run) => `${run.name}: ${run.report.verdict.sentence}`).join(' ');
  const warnings = [];
  if (!same((run) => `${run.report.from} ${run.report.to}`)) {
    warnings.push('The runs are of different periods: what separates them may be the market alone.');
  }
  if (!same((run) => run.report.interval)) {
    warnings.push('Their bars are of different lengths.');
  }
  if (!same((run) => run.report.capital)) {
    warnings.push('They began with different capital; the chart shows growth, not money.');
  }
  if (!same((run) => JSON.stringify(run.report.data))) {
    warnings.push('They were run over different files, or other records of these were refused.');
  }
  runs.filter((run) => !run.knowsDefaults).forEach((run) =>
    warnings.push(`${run.name} has no effective.yaml: what it left at defaults is not known, and stands as not set.`));
  byId('warnings').hidden = warnings.length === 0;
  byId('warnings').replaceChildren(...warnings.map((warning) => el('li', {}, warning)));
}

function showDifferences() {
  const { differences } = compared;
  byId('differences-lead').textContent = differences.length === 0
    ? 'Nothing in their configurations.'
    : `${plural(differences.length, 'option')}; all others are the same.`;
  byId('differences-table').hidden = differences.length === 0;
  byId('differences-table').replaceChildren(runsTable(differences.map(({ key, values }) => [
    key.split(/(?<=[.-])/).flatMap((part, i) => i === 0 ? [part] : [el('wbr'), part]), (run) => values[run.i]]), 'Options that differ', 'Option'));
}

function showFigures() {
  const f = (run) => (trackOf(run, chosen.track).idle ? {} : trackOf(run, chosen.track).figures);
  const e = (run) => (trackOf(run, chosen.track).idle ? {} : trackOf(run, chosen.track).evidence);
  byId('figures-table').replaceChildren(runsTable([
    ['Period', ({ report: r }) => `${moment(r.from)} to ${moment(r.to)}`],
    ['Bars', ({ report: r }) => `${number(r.bars)} of ${r.interval}`],
    ['Final capital', (run) => number(f(run).finalCapital)],
    ['Total return', (run) => signedPercent(f(run).totalReturn)],
    ['Annual return', (run) => isNumber(f(run).annualReturn) || f(run).bars === undefined ? signedPercent(f(run).annualReturn) : 'too short'],
    ['Volatility', (run) => percent(f(run).volatility)],
    ['Sharpe ratio', (run) => signed(f(run).sharpe)],
    ['Its interval', (run) => interval(e(run).sharpeInterval) || NONE],
    ['Less equal weight', (run) => e(run).sharpeDifference ? `${signed(e(run).sharpeDifference.value)} ${interval(e(run).sharpeDifference)}` : NONE],
    ['Sortino ratio', (run) => signed(f(run).sortino)],
    ['Max. drawdown', (run) => percent(f(run).maxDrawdown)],
    ['Its length', (run) => isNumber(f(run).maxDrawdownBars) ? plural(f(run).maxDrawdownBars, 'bar') : NONE],
    ['CVaR 95, a bar', (run) => percent(f(run).cvar95, 2)],
    ['Win rate', (run) => percent(f(run).winRate)],
    ['Rebalances', (run) => number(f(run).rebalances)],
    ['Turnover of one', (run) => percent(f(run).averageTurnover)],
    ['Cost of positions', (run) => number(f(run).positionCost)],
    ['Trades', (run) => chosen.track === 'Ensemble' ? number(run.report.breakdown?.attribution?.trades?.count) : NONE],
  ], `Figures of ${chosen.track} in each run`));
}

function selectOf(id, label, options, value, choose) {
  return el('label', { class: 'compare' }, el('span', { class: 'label' }, label),
    el('select', { id, on: { change: (event) => choose(event.currentTarget.value) } },
      options.map((option) => el('option', { value: option, selected: option === value }, option))));
}

const growth = (run) => {
  const track = trackOf(run, chosen.track);
  return pointsOf(run, track.equity).map(([time, value]) => [time, value / run.report.capital - 1]);
};

function showEquityCaption() {
  byId('equity-caption').textContent = `Growth of ${chosen.track} since its start, costs paid. ${runs.map((run) =>
    `${run.name} ended at ${signedPercent(trackOf(run, chosen.track).figures.totalReturn)}, at worst ${percent(trackOf(run, chosen.track).figures.maxDrawdown)} below a peak`).join('; ')}.`;
}

/** Average weight by strategy, in the order of the largest in any run. */
function averages() {
  const of = (run, name) => {
    const { weights } = run.report;
    const column = weights ? weights.strategies.indexOf(name) : -1;
    return column < 0 ? null : weights.summary[column][0];
  };
  const names = [...new Set(runs.flatMap((run) => (run.report.weights ? run.report.weights.strategies : [])))];
  return names.map((name) => ({ name, means: runs.map((run) => of(run, name)) }))
    .sort((a, b) => Math.max(...b.means) - Math.max(...a.means));
}

function showWeights() {
  const all = averages();
  byId('weights').hidden = all.length === 0;
  if (all.length === 0) {
    return;
  }
  // First the strategy on which the runs disagree most.
  const spread = ({ means }) => Math.max(...means) - Math.min(...means);
  chosen.strategy = [...all].sort((a, b) => spread(b) - spread(a))[0].name;
  byId('weights-controls').replaceChildren(selectOf('strategy', 'Strategy', all.map(({ name }) => name), chosen.strategy, (name) => {
    chosen.strategy = name;
    showWeightsCaption(all);
    drawCharts();
  }));
  showWeightsCaption(all);
  byId('weights-table').replaceChildren(runsTable(all.map(({ name, means }) => [breakable(name), (run) => percent(means[run.i])]), 'Average weight of every strategy in each run', 'Strategy'));
}

function showWeightsCaption(all) {
  const { means } = all.find(({ name }) => name === chosen.strategy);
  byId('weights-caption').textContent = `Weight of ${chosen.strategy}. On average: ${runs.map((run) => `${run.name} ${percent(means[run.i])}`).join(', ')}.`;
}

function drawCharts() {
  charts.equity.setOption(linesOption(growth, (value) => signedPercent(value, 2), (value) => percent(value, decimalsOf(Number((100 * value).toFixed(2))))), { notMerge: true });
  if (charts.weights) {
    charts.weights.setOption(linesOption((run) => weightPoints(run, chosen.strategy), (value) => percent(value), (value) => percent(value, decimalsOf(Number((100 * value).toFixed(1))))), { notMerge: true });
  }
}

function startCharts() {
  for (const name of ['equity', ...(byId('weights').hidden ? [] : ['weights'])]) {
    charts[name] = echarts.init(byId(`${name}-chart`), null, { renderer: 'canvas', devicePixelRatio: Math.max(2, window.devicePixelRatio) });
    new ResizeObserver(() => charts[name].resize()).observe(byId(`${name}-chart`));
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawCharts);
  drawCharts();
}

try {
  showHead();
  showDifferences();
  byId('track-controls').replaceChildren(selectOf('track', 'Track', shared, chosen.track, (name) => {
    chosen.track = name;
    showFigures();
    showEquityCaption();
    drawCharts();
  }));
  showFigures();
  showEquityCaption();
  toggles(byId('equity-legend'), runs.map((run) => ({ run, name: run.name, shown: true, swatch: lineSwatch(lineOf(run).variable, lineOf(run).dash, lineOf(run).width) })), (item, on) => {
    item.run.shown = on;
    drawCharts();
  });
  showWeights();
  startCharts();
  root.dataset.state = 'ready';
} catch (error) {
  root.dataset.state = 'failed';
  byId('failure').hidden = false;
  byId('failure').textContent = `This page could not be drawn (${error.message}). The figures are in each report.json.`;
  throw error;
}
