// Elements made without markup in strings: what the data says can never become part of the page.
const byId = (id) => document.getElementById(id);

function fill(node, properties, children) {
  for (const [name, value] of Object.entries(properties || {})) {
    if (name === 'on') {
      Object.entries(value).forEach(([event, listener]) => node.addEventListener(event, listener));
    } else if (name === 'style') {
      Object.entries(value).forEach(([key, text]) => node.style.setProperty(key, text));
    } else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

const el = (tag, properties, ...children) =>
  fill(document.createElement(tag), properties, children);

const svg = (tag, properties, ...children) =>
  fill(document.createElementNS('http://www.w3.org/2000/svg', tag), properties, children);

/** A name that may break after its underscores, where a line is narrow. */
const breakable = (name) =>
  name.split(/(?<=_)/).flatMap((part, i) => (i === 0 ? [part] : [el('wbr'), part]));

/** Buttons of which exactly one is pressed. */
function choice(label, options, chosen, choose) {
  const buttons = options.map(([value, text]) =>
    el(
      'button',
      {
        type: 'button',
        'data-value': String(value),
        'aria-pressed': String(value === chosen),
        on: {
          click: (event) => {
            buttons.forEach((b) => b.setAttribute('aria-pressed', String(b === event.currentTarget)));
            choose(value);
          },
        },
      },
      text,
    ),
  );
  return el('div', { class: 'choice', role: 'group', 'aria-label': label },
    el('span', { class: 'label', 'aria-hidden': 'true' }, label), buttons);
}

/** A legend of buttons, each of which shows or hides a line. */
function toggles(container, items, toggle) {
  container.replaceChildren(
    ...items.map((item) =>
      el(
        'button',
        {
          type: 'button',
          'aria-pressed': String(item.shown),
          on: {
            click: (event) => {
              const shown = event.currentTarget.getAttribute('aria-pressed') !== 'true';
              event.currentTarget.setAttribute('aria-pressed', String(shown));
              toggle(item, shown);
            },
          },
        },
        item.swatch,
        item.name,
      ),
    ),
  );
}

/** A stretch of line as it is drawn. */
const lineSwatch = (variable, dash, width) =>
  svg('svg', { class: 'swatch', width: 26, height: 10, 'aria-hidden': 'true' },
    svg('line', { x1: 1, y1: 5, x2: 25, y2: 5, 'stroke-width': width, 'stroke-dasharray': dash.join(' '),
      style: { stroke: `var(${variable})` } }));

const areaSwatch = (colour) =>
  svg('svg', { class: 'swatch', width: 12, height: 12, 'aria-hidden': 'true' },
    svg('rect', { width: 12, height: 12, rx: 2, style: { fill: colour } }));

/** Steps of 1, 2 or 5 times a power of ten, about `count` of them. */
function ticks(low, high, count) {
  const rough = (high - low) / count || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((m) => m * power >= rough) * power;
  const result = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
    result.push(k * step);
  }
  return result;
}
