import type { Configuration } from '../../domain/policy/configuration.ts';
import type { Flow } from '../../domain/recovery/flow.ts';
import { givenFor, type Prompt } from '../../domain/verification/prompt.ts';
import { promptsPage, type PromptsView } from '../../portal/recover/prompts-page.tsx';
import { frameOf } from './frame.ts';
import { givenFields } from './given-fields.ts';
import { methodWords } from './method-words.ts';
import { missingOf, putPrompts } from './put-prompts.ts';
import { html, type Reply } from './reply.ts';
import type { Request } from './request.ts';
import type { Site } from './site.ts';

/** A method whose administrators say what people are asked for. */
export interface Prompting {
  readonly method: 'external-responses' | 'ldap-attributes';
  readonly lead: PromptsView['lead'];
  readonly promptsOf: (configuration: Configuration) => readonly Prompt[];
  /** Why the form may be asked for again, by its address. */
  readonly again: readonly ('given-wrong' | 'given-unavailable')[];
}

/** What was given for all that is asked for; else the form again, which says what is missing. */
type ReadGiven =
  | { readonly given: Readonly<Record<string, string>> }
  | { readonly given?: never; readonly incomplete: Reply };

/** The page form of such a method: put, put again, and read. */
export function promptsForm(site: Site, { method, lead, promptsOf, again }: Prompting) {
  const form = (
    request: Request,
    configuration: Configuration,
    more: Pick<PromptsView, 'problem' | 'triesLeft'> = {},
    status = 200,
  ): Reply => {
    const view: PromptsView = {
      action: `/recover/${method}`,
      name: methodWords(configuration, method, request.language).name,
      lead,
      prompts: putPrompts(configuration, promptsOf(configuration), request.language),
      masked: configuration.document.questionnaire.maskAnswers,
      ...more,
    };
    return html(promptsPage(frameOf(site, request), view), status);
  };

  return {
    put(request: Request, configuration: Configuration, flow: Flow, why: string | undefined): Reply {
      const code = again.find((each) => each === why);
      if (code === undefined) return form(request, configuration);
      const triesLeft = Math.max(0, configuration.limits.triesPerFlow - flow.tries);
      return form(request, configuration, { problem: { code }, triesLeft });
    },

    read(request: Request, body: Readonly<Record<string, string>>, configuration: Configuration): ReadGiven {
      const prompts = promptsOf(configuration);
      const typed = givenFields(body);
      const given = givenFor(prompts, typed);
      return given
        ? { given }
        : { incomplete: form(request, configuration, { problem: missingOf(prompts, typed) }, 422) };
    },
  };
}
