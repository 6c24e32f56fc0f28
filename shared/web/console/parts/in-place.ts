/**
 * For a form of the console, or what stands around some: its answer takes the place of what the page shows, without
 * loading the page anew, and pressing twice sends it once.
 */
export const inPlace = {
  'hx-boost:inherited': JSON.stringify({
    target: 'main',
    select: 'main',
    swap: 'outerHTML show:none',
    replace: 'true',
  }),
  'hx-sync:inherited': 'drop',
};
