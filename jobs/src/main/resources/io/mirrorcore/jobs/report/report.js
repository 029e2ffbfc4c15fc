// Puts the page together, and says on the root element when it is done: data-state is ready or failed.
const root = document.documentElement;

function showContents() {
  const sections = [...document.querySelectorAll('main > section:not([hidden])')];
  byId('contents').replaceChildren(...sections.map((section) =>
    el('a', { href: `#${section.id}` }, section.querySelector('h2').textContent)));
}

function showEquityControls() {
  const compare = el('select', { id: 'compare', on: { change: (event) => {
    view.compared = strategies[Number(event.currentTarget.value)] || null;
    showLegend();
    drawCharts();
  } } }, el('option', { value: '-1' }, 'no strategy'), strategies.map((track, i) => el('option', { value: String(i) }, track.name)));
  byId('equity-controls').replaceChildren(
    choice('Scale', [[false, 'Linear'], [true, 'Logarithmic']], view.log, (log) => {
      view.log = log;
      drawCharts();
    }),
    rangeChoice(),
    steps(),
    el('label', { class: 'compare' }, el('span', { class: 'label' }, 'Compare with'), compare),
  );
}

/** Last years or days, as far as the run is longer than those. */
function rangeChoice() {
  const spanDays = (report.to - report.from) / 86_400_000;
  const offered = [[3652, '10 years'], [1826, '5 years'], [365, '1 year'], [30, '30 days'], [7, '7 days'], [1, '1 day']]
    .filter(([days]) => days < 0.8 * spanDays).slice(0, 2);
  return choice('Time', [[100, 'All'], ...offered.map(([days, text]) => [(100 * days) / spanDays, `Last ${text}`.replace('Last 1 ', 'Last ')])], 100,
    (share) => show(100 - share, 100));
}

/** A button of the range is pressed while that range is what is shown. */
function markRange() {
  document.querySelectorAll('[aria-label=Time] button').forEach((button) => {
    const start = 100 - Number(button.dataset.value);
    button.setAttribute('aria-pressed', String(Math.abs(view.start - start) < 0.01 && view.end > 99.99));
  });
}

/** What the slider does, for the keyboard. */
function steps() {
  const width = () => view.end - view.start;
  const centre = () => (view.start + view.end) / 2;
  const button = (sign, label, step) => el('button', { type: 'button', 'aria-label': label, title: label, on: { click: step } }, sign);
  return el('div', { class: 'choice', role: 'group', 'aria-label': 'Move the window of time' },
    button('←', 'Earlier', () => show(view.start - width() / 4, view.end - width() / 4)),
    button('→', 'Later', () => show(view.start + width() / 4, view.end + width() / 4)),
    button('+', 'Closer', () => show(centre() - width() / 4, centre() + width() / 4)),
    button('−', 'Wider', () => show(centre() - width(), centre() + width())));
}

function showLegend() {
  const shown = [...portfolios, ...(view.compared ? [view.compared] : [])];
  toggles(byId('equity-legend'), shown.map((track) => {
    const { variable, dash, width } = STYLES[track.kind];
    return { track, name: track.name, shown: !view.hidden.has(track), swatch: lineSwatch(variable, dash, width) };
  }), (item, on) => hide(item.track, on));
  if (!hasWeights) {
    return;
  }
  toggles(byId('weights-legend'), report.weights.strategies.map((name, i) => (
    { name, shown: !view.hidden.has(name), swatch: areaSwatch(areaColour(i)) })), (item, on) => hide(item.name, on));
}

function hide(what, on) {
  if (on) {
    view.hidden.delete(what);
  } else {
    view.hidden.add(what);
  }
  drawCharts();
}

function showRegimes() {
  const shares = regimeShares();
  byId('regime-legend').replaceChildren(...(shares.length ? [el('span', { class: 'label' }, 'Regime'),
    shares.map(([regime, share]) => el('span', {}, areaSwatch(REGIME_VARIABLES[regime] ? `var(${REGIME_VARIABLES[regime]})` : 'var(--rule)'),
      `${sentence(regime)} ${percent(share, 0)}${REGIME_VARIABLES[regime] ? '' : ' (no band)'}`))].flat() : []));
}

const drawnOf = (fields) => thinningNote([...portfolios, ...strategies].flatMap((track) => fields.map((field) => track[field])));

/** What each chart says, for those who cannot see it and for those in a hurry. */
function showCaptions() {
  byId('equity-caption').textContent = `${portfolios.map((track) =>
    `${track.name} ended at ${number(track.figures.finalCapital)}, at worst ${percent(track.figures.maxDrawdown)} below a peak`).join('; ')}.${drawnOf(['equity', 'drawdown'])}`;
  showRollingCaption();
  if (!hasWeights) {
    return;
  }
  const { strategies: names, summary, rows, times } = report.weights;
  const largest = names.map((name, i) => [name, summary[i][0]]).sort((a, b) => b[1] - a[1]).slice(0, 3);
  byId('weights-caption').textContent = `Largest on average: ${largest.map(([name, mean]) => `${name} ${percent(mean)}`).join(', ')}. ${plural(rows, 'row')} of weights; the band above is the regime.${times.length < rows ? ` Drawn are ${number(times.length)} of them, equally spaced; report.json has them all.` : ''}`;
}

function showConfiguration() {
  byId('configuration-text').textContent = report.configuration;
  byId('copy').addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(report.configuration);
      byId('copied').textContent = 'Copied.';
    } catch (refused) {
      getSelection().selectAllChildren(byId('configuration-text'));
      byId('copied').textContent = 'Selected: copy it with the keyboard.';
    }
  });
}

/** Opens what is folded while printing, and folds it again afterwards. */
function unfold(printing) {
  document.querySelectorAll('details').forEach((details) => {
    if (printing) {
      details.dataset.open = details.open;
      details.open = true;
    } else if (details.dataset.open) {
      details.open = details.dataset.open === 'true';
      delete details.dataset.open;
    }
  });
}

function print(printing) {
  if (view.printing !== printing) {
    unfold(printing);
    preparePrint(printing);
  }
}

function watchSurroundings() {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawCharts);
  matchMedia('print').addEventListener('change', (event) => print(event.matches));
  addEventListener('beforeprint', () => print(true));
  addEventListener('afterprint', () => print(false));
}

function showReport() {
  showVerdict();
  showLead();
  showFacts();
  showQuality();
  showFigures();
  showEvidence();
  showBenchmark();
  showDrawdowns();
  showDistribution();
  showAttribution();
  showTrades();
  showRollingControls();
  showTrading();
  showByRegime();
  showPromises();
  showStress();
  showTuning();
  showTuningHeatmap();
  showCorrelation();
  byId('monthly-controls').replaceChildren(choice('Show', [[false, 'Ensemble'], [true, 'Excess over equal weight']], false, showMonthly));
  showMonthly(false);
  if (hasWeights) {
    showWeightsTable();
  } else {
    byId('weights').hidden = true;
  }
  showConfiguration();
  showCaptions();
  showEquityControls();
  showRegimes();
  showLegend();
  byId('colophon').textContent = `report.json version ${report.version}, ${plural(report.bars, 'bar')}, ${plural(tracks.length, 'track')}. Charts: Apache ECharts ${echarts.version}, Apache License 2.0.`;
  showContents();
  startCharts();
  watchSurroundings();
}

try {
  showReport();
  root.dataset.state = 'ready';
} catch (error) {
  root.dataset.state = 'failed';
  byId('failure').hidden = false;
  byId('failure').textContent = `This page could not be drawn (${error.message}). The figures are in report.json.`;
  throw error;
}
