import type { ComponentType } from 'react';
import type { Role } from './session.tsx';

/** One screen of the console: where it is, what it is called, whom it is for, and its module, loaded when first seen. */
export interface Screen {
  readonly path: string;
  readonly title: string;
  readonly section: 'Registrations' | 'Health' | 'Configuration' | 'Records';
  readonly roles: readonly Role[];
  readonly load: () => Promise<{ readonly default: ComponentType<{ readonly rest: readonly string[] }> }>;
}

const EVERYONE: readonly Role[] = ['administrator', 'policy-editor', 'help-desk', 'auditor'];
const READERS: readonly Role[] = ['administrator', 'policy-editor', 'auditor'];
const EDITORS: readonly Role[] = ['administrator', 'policy-editor'];

/** Every screen, in the order of the navigation. `rest` is what follows the path: `#/user-configurations/sales` → ['sales']. */
export const SCREENS: readonly Screen[] = [
  {
    path: 'overview',
    title: 'Overview',
    section: 'Registrations',
    roles: EVERYONE,
    load: () => import('./overview/overview-screen.tsx'),
  },
  {
    path: 'registrations',
    title: 'Registrations',
    section: 'Registrations',
    roles: EVERYONE,
    load: () => import('./registrations/registrations-screen.tsx'),
  },
  {
    path: 'health',
    title: 'Health',
    section: 'Health',
    roles: EVERYONE,
    load: () => import('./health/health-screen.tsx'),
  },
  {
    path: 'domains',
    title: 'Domains',
    section: 'Health',
    roles: EVERYONE,
    load: () => import('./domains/domains-screen.tsx'),
  },
  {
    path: 'pre-flight',
    title: 'Pre-flight',
    section: 'Health',
    roles: EVERYONE,
    load: () => import('./pre-flight/pre-flight-screen.tsx'),
  },
  {
    path: 'user-configurations',
    title: 'User configurations',
    section: 'Configuration',
    roles: READERS,
    load: () => import('./user-configurations/user-configurations-screen.tsx'),
  },
  {
    path: 'methods',
    title: 'Verification methods',
    section: 'Configuration',
    roles: READERS,
    load: () => import('./methods/methods-screen.tsx'),
  },
  {
    path: 'text-messages',
    title: 'Text messages',
    section: 'Configuration',
    roles: READERS,
    load: () => import('./text-messages/text-messages-screen.tsx'),
  },
  {
    path: 'finding-people',
    title: 'Finding people',
    section: 'Configuration',
    roles: READERS,
    load: () => import('./finding-people/finding-people-screen.tsx'),
  },
  {
    path: 'block-list',
    title: 'Block list',
    section: 'Configuration',
    roles: READERS,
    load: () => import('./block-list/block-list-screen.tsx'),
  },
  {
    path: 'questions',
    title: 'Questions',
    section: 'Configuration',
    roles: READERS,
    load: () => import('./questions/questions-screen.tsx'),
  },
  {
    path: 'groups',
    title: 'Question groups',
    section: 'Configuration',
    roles: READERS,
    load: () => import('./questions/groups-screen.tsx'),
  },
  {
    path: 'questionnaire',
    title: 'Questionnaire',
    section: 'Configuration',
    roles: READERS,
    load: () => import('./questions/questionnaire-screen.tsx'),
  },
  {
    path: 'passwords',
    title: 'Passwords',
    section: 'Configuration',
    roles: READERS,
    load: () => import('./passwords/passwords-screen.tsx'),
  },
  {
    path: 'after-a-change',
    title: 'After a change',
    section: 'Configuration',
    roles: READERS,
    load: () => import('./after-a-change/after-a-change-screen.tsx'),
  },
  {
    path: 'languages',
    title: 'Languages',
    section: 'Configuration',
    roles: READERS,
    load: () => import('./languages/languages-screen.tsx'),
  },
  {
    path: 'branding',
    title: 'Branding',
    section: 'Configuration',
    roles: READERS,
    load: () => import('./branding/branding-screen.tsx'),
  },
  {
    path: 'access',
    title: 'Access',
    section: 'Configuration',
    roles: READERS,
    load: () => import('./access/access-screen.tsx'),
  },
  {
    path: 'import-export',
    title: 'Import and export',
    section: 'Configuration',
    roles: READERS,
    load: () => import('./import-export/import-export-screen.tsx'),
  },
  {
    path: 'review',
    title: 'Review and publish',
    section: 'Configuration',
    roles: EDITORS,
    load: () => import('./review/review-screen.tsx'),
  },
  {
    path: 'versions',
    title: 'Versions',
    section: 'Records',
    roles: READERS,
    load: () => import('./versions/versions-screen.tsx'),
  },
  {
    path: 'trail',
    title: 'Trail',
    section: 'Records',
    roles: ['administrator', 'help-desk', 'auditor'],
    load: () => import('./trail/trail-screen.tsx'),
  },
];
