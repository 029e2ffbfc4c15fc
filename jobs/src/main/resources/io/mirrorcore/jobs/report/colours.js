// Colours of strategies and regimes: the same in the report and in the live console.

const AREA_COLOURS = [
  '#4e79a7', '#f28e2b', '#59a14f', '#e15759', '#b07aa1', '#76b7b2', '#edc948', '#9c755f', '#ff9da7',
  '#1f5a92', '#b85c00', '#2c7d3f', '#a8323a', '#6d4a8c', '#2f8a86', '#a58a10', '#5e4332', '#c9577f',
  '#8a8f98',
];

/** Colours beyond the list go round the circle by the golden angle. */
const areaColour = (i) => AREA_COLOURS[i] || `hsl(${(i * 137.508) % 360}, 45%, 50%)`;

const REGIME_VARIABLES = { TRENDING: '--trending', RANGING: '--ranging', VOLATILE: '--volatile' };

const colour = (variable) => getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
