import type { LocalLatchkey } from '../../local/start-local.ts';
import { phrases } from '../../portal/phrase.ts';
import type { Visitor } from '../support/visitor.ts';
import { codeTo } from './steps.ts';

/** Name and password of somebody. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Answers by the text of the question, as the page has it. */
export type Answers = Readonly<Record<string, string>>;

/** What people do on the portal's pages, in a language of the portal. */
export function stepsIn(language: string) {
  const t = phrases(language);
  const answer = async (visitor: Visitor, answers: Answers): Promise<void> => {
    for (const [question, text] of Object.entries(answers)) await visitor.type(question, text);
  };
  return {
    t,
    /** Answers questions, wherever they are asked. */
    answer,

    /** From the start page to the list of one's own methods. */
    signIn: async (visitor: Visitor, { username, password }: Credentials): Promise<void> => {
      await visitor.open('/');
      await visitor.arrivesAt(t('start.title'));
      await visitor.follow(t('start.enroll'));
      await visitor.type(t('username.label'), username);
      await visitor.type(t('sign-in.password'), password);
      await visitor.press(t('sign-in.title'));
    },

    /** Picks a question in a row of a group, and answers it. */
    pick: async (visitor: Visitor, row: number, question: string, text: string): Promise<void> => {
      const select = visitor.page.getByLabel(t('setup.choice', { number: row }), { exact: true });
      await select.selectOption({ label: question });
      await visitor.type(t('setup.answer', { number: row }), text);
    },

    /** Registers an address with the code that comes to it. */
    registerAddress: async (visitor: Visitor, latchkey: LocalLatchkey, address: string): Promise<void> => {
      await visitor.open('/enroll/email-code');
      await visitor.type(t('address.label'), address);
      await visitor.press(t('address.send'));
      await visitor.type(t('code.label'), await codeTo(latchkey, address));
      await visitor.press(t('confirm.save'));
      await visitor.arrivesAt(t('enrolled.title'));
    },

    /** Names oneself at the start of a recovery; `wayIn` where the organization words it itself. */
    claim: async (visitor: Visitor, username: string, wayIn: string = t('start.recover')): Promise<void> => {
      await visitor.open('/');
      await visitor.follow(wayIn);
      await visitor.type(t('username.label'), username);
      await visitor.press(t('layout.continue'));
      await visitor.arrivesAt(t('methods.title'));
    },

    /** Proves oneself by answers and by a code. */
    prove: async (
      visitor: Visitor,
      latchkey: LocalLatchkey,
      { address, answers }: { address: string; answers: Answers },
    ): Promise<void> => {
      await visitor.follow(t('method.security-answers'));
      await answer(visitor, answers);
      await visitor.press(t('layout.continue'));
      await visitor.arrivesAt(t('methods.title-next'));
      await visitor.press(t('method.email-code'));
      await visitor.type(t('code.label'), await codeTo(latchkey, address));
      await visitor.press(t('layout.continue'));
      await visitor.arrivesAt(t('action.title'));
    },
  };
}
