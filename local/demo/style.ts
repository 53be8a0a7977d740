/** What the demonstration's pages need beside the portal's style sheet. */
export const DEMO_STYLE = `
table { inline-size: 100%; border-collapse: collapse; margin-block: 1rem; }
th, td { overflow-wrap: anywhere; padding: 0.5rem 0.75rem 0.5rem 0; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; }
td:last-child, th:last-child { text-align: end; font-variant-numeric: tabular-nums; }
dl { display: grid; grid-template-columns: fit-content(8rem) minmax(0, 1fr); gap: 0.25rem 1rem; margin-block: 0.5rem; }
dd { margin: 0; overflow-wrap: anywhere; }
dt { color: var(--soft); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; background: var(--tint); padding: 1rem; border-radius: 8px; }
h2 { margin-block-start: 2rem; }
h3 { margin-block-end: 0.25rem; font-size: 1.05rem; }
section { margin-block-end: 2rem; }
form + form { margin-block-start: 1rem; }
`;
