import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The colours of the console, light and dark, which come through from the page. */
export const look = [
  EditorView.theme({
    '&': {
      backgroundColor: 'var(--card)',
      color: 'var(--ink)',
      border: '1px solid var(--line)',
      borderRadius: '.375rem',
      fontSize: '16px',
    },
    '&.cm-focused': { outline: '3px solid var(--accent)', outlineOffset: '2px' },
    '.cm-scroller': {
      fontFamily: "ui-monospace, 'SF Mono', Menlo, Consolas, monospace",
      lineHeight: '1.5',
      minHeight: '24rem',
      maxHeight: '75vh',
      overflow: 'auto',
    },
    '.cm-gutters': { backgroundColor: 'var(--bed)', color: 'var(--quiet)', border: '0' },
    '.cm-activeLine, .cm-activeLineGutter': {
      backgroundColor: 'color-mix(in srgb, var(--bed) 60%, transparent)',
    },
    '.cm-cursor': { borderLeftColor: 'var(--ink)' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
      backgroundColor: 'color-mix(in srgb, var(--accent) 30%, transparent)',
    },
    '.cm-tooltip, .cm-panels': {
      backgroundColor: 'var(--card)',
      color: 'var(--ink)',
      border: '1px solid var(--line)',
    },
    '.cm-tooltip-autocomplete ul li[aria-selected]': {
      backgroundColor: 'var(--accent)',
      color: 'var(--on-accent)',
    },
    '.cm-diagnostic': { fontFamily: 'system-ui, sans-serif', whiteSpace: 'pre-wrap' },
    '.cm-diagnostic-error': { borderLeftColor: 'var(--wrong)' },
    '.explanation': {
      margin: '0',
      padding: '.5rem .75rem',
      maxWidth: '32rem',
      fontFamily: 'system-ui, sans-serif',
    },
    '.cm-panel button, .cm-panel input, .cm-panel label': { fontSize: '1rem', color: 'var(--ink)' },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      {
        tag: [tags.propertyName, tags.definition(tags.propertyName), tags.heading],
        color: 'var(--accent)',
        fontWeight: '600',
      },
      { tag: [tags.comment, tags.lineComment, tags.meta], color: 'var(--quiet)', fontStyle: 'italic' },
      { tag: [tags.link, tags.url], color: 'var(--accent)', textDecoration: 'underline' },
      { tag: tags.keyword, color: 'var(--warn)' },
      { tag: tags.strong, fontWeight: '700' },
      { tag: tags.emphasis, fontStyle: 'italic' },
    ]),
  ),
];
