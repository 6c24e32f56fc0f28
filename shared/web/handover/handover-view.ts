import type { Dossier } from '../../domain/handover/dossier/dossier.ts';
import {
  type ActionFormsView,
  actionFormsView,
  type FormsFacts,
  type FormsPage,
} from './action-forms-view.ts';
import { type Story, type StorySettings, storyOf } from './dossier/story.ts';

/** Everything that the page of a hand-over shows. */
export interface HandoverView extends ActionFormsView {
  story: Story;
  /** What was just recorded, or why it was not. */
  notice?: { text: string; isRefusal: boolean };
}

export interface HandoverFacts extends FormsFacts {
  dossier: Dossier;
}

/** The page of a hand-over as it is first opened. */
export function handoverView(
  { dossier, ...facts }: HandoverFacts,
  settings: StorySettings,
  page: Omit<FormsPage, 'language'>,
): HandoverView {
  return {
    ...actionFormsView(facts, { ...page, language: settings.language }),
    story: storyOf(dossier, settings),
  };
}
