// What the chart of weights has above its areas: the band of regimes and a mark for each decision.

const BAND = 10;
const MARKS = 14;

/** Room above the areas, in CSS pixels. */
export const MARGIN = BAND + MARKS + 4;

const APPLIED = new Set(['INITIAL', 'REBALANCED', 'PARTIAL', 'WARMUP']);

/**
 * Draws them into the margin above the plot.
 *
 * @param rows the weights records in sight: {time, regime, decision}
 */
export function drawMarks(chart, rows) {
  const { ctx, bbox } = chart;
  const ratio = uPlot.pxRatio;
  const paints = palette();
  const top = bbox.top - MARGIN * ratio;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, top, bbox.width, MARGIN * ratio);
  ctx.clip();
  rows.forEach((row, i) => {
    const from = chart.valToPos(row.time, 'x', true);
    const to = i + 1 < rows.length ? chart.valToPos(rows[i + 1].time, 'x', true) : bbox.left + bbox.width;
    if (to < bbox.left || from > bbox.left + bbox.width) {
      return;
    }
    if (paints[row.regime]) {
      ctx.fillStyle = paints[row.regime];
      ctx.fillRect(from, top, Math.max(1, to - from), BAND * ratio);
    }
    ctx.fillStyle = APPLIED.has(row.decision) ? paints.applied : paints.held;
    drawMark(ctx, row.decision, from, top + (BAND + 3) * ratio, ratio);
  });
  ctx.restore();
}

/** Asked for once a drawing: there may be thousands of marks. */
function palette() {
  const regimes = Object.entries(REGIME_VARIABLES).map(([regime, variable]) => [regime, colour(variable)]);
  return { ...Object.fromEntries(regimes), applied: colour('--ink'), held: colour('--soft') };
}

/** Applied: a filled triangle. Held: a short stroke. */
function drawMark(ctx, decision, x, y, ratio) {
  if (!APPLIED.has(decision)) {
    ctx.fillRect(x - 0.5 * ratio, y + 2 * ratio, 1 * ratio, 6 * ratio);
    return;
  }
  ctx.beginPath();
  ctx.moveTo(x - 4.5 * ratio, y);
  ctx.lineTo(x + 4.5 * ratio, y);
  ctx.lineTo(x, y + 9 * ratio);
  ctx.fill();
}
