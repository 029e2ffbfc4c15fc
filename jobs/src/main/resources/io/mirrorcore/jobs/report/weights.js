// The weights as areas on top of each other, and the regime as a band above them.

/**
 * An area per shown strategy, from zero up to the sum of the weights so far, the highest painted
 * first. (Stacked areas leave slivers between them: each leaves out points of its own.)
 */
function weightAreas() {
  const { strategies: names, values } = report.weights;
  const sum = values.map(() => 0);
  return names.map((name, i) => ({ name, i })).filter(({ name }) => !view.hidden.has(name)).map(({ name, i }) => {
    values.forEach((row, r) => {
      sum[r] += row[i];
    });
    return {
      type: 'line', name, symbol: 'none', silent: true, emphasis: { disabled: true }, xAxisIndex: 0, yAxisIndex: 0,
      data: inSteps(sum), color: areaColour(i), lineStyle: { width: 0 }, areaStyle: { color: areaColour(i), opacity: 1 },
    };
  }).reverse();
}

/** [time, value]: a row of weights holds until the next, the last to the end of the run. */
function inSteps(byRow) {
  const { times } = report.weights;
  return times.flatMap((time, r) => [
    [time, byRow[r]],
    [r + 1 < times.length ? times[r + 1] : Math.max(time, report.to), byRow[r]],
  ]);
}

function weightsOption() {
  const { strategies: names, times, values } = report.weights;
  const left = isNarrow() ? 52 : 66;
  const option = {
    ...common(6),
    grid: [{ left, right: 12, top: 30, bottom: view.printing ? 26 : 58 }, { left, right: 12, top: 12, height: 10 }],
    xAxis: [timeAxis(0, true), { ...timeAxis(1, false), axisLine: { show: false } }],
    yAxis: [
      valueAxis(0, (value) => percent(value, 0), { min: 0, max: 1, interval: 0.25 }),
      { type: 'value', gridIndex: 1, show: false, min: 0, max: 1 },
    ],
    series: [
      bandCarrier(1, 0.85),
      ...weightAreas(),
    ],
  };
  option.dataZoom[0].left = left;
  // Rows are far apart: a window between two of them still shows what they hold.
  option.dataZoom.forEach((zoom) => Object.assign(zoom, { filterMode: 'none' }));
  option.tooltip.formatter = (params) => {
    const time = pointed(params);
    const row = values[Math.max(0, lastAt(times, time))];
    const held = names.map((name, i) => ({ name, weight: row[i], i })).filter(({ weight }) => weight >= 0.0005).sort((a, b) => b.weight - a.weight);
    const top = held.slice(0, 9);
    const rest = held.slice(9).reduce((sum, { weight }) => sum + weight, 0);
    const rows = top.map(({ name, weight, i }) => el('tr', {}, el('td', {}, areaSwatch(areaColour(i))), el('th', {}, name), el('td', {}, percent(weight))));
    if (rest > 0) {
      rows.push(el('tr', {}, el('td', {}), el('th', {}, `${held.length - 9} more`), el('td', {}, percent(rest))));
    }
    return card(time, rows);
  };
  return option;
}

const lastAt = (times, time) => {
  const found = times.findIndex((t) => t > time);
  return (found < 0 ? times.length : found) - 1;
};
