import { ownText } from '../model/ownText';
import { type Answer, type Ask, answerTo, type Subject } from './asks';
import type { KeptReport } from './keptReports';
import type { Seen } from './observing';
import { createSpeakers, type Speakers } from './speakers';

/**
 * What was found before, by what was asked for it. A rule is a function of what it asks, so that what it asks first
 * never differs, what it asks next depends on the answer, and so on to what it finds: a tree of questions. The same
 * answers lead to the same findings, whatever else has changed, and in whatever file.
 */
interface Question {
  readonly ask: Ask | undefined;
  readonly answers: Map<Answer, Question | Found>;
}

type Found = readonly KeptReport[];

export interface Memo {
  /** What the rule finds in the subject; undefined when it has to be run. */
  find(rule: object, subject: Subject): Found | undefined;
  keep(rule: object, subject: Subject, seen: Seen, found: Found): void;
  readonly speakers: Speakers;
}

/** About 200 bytes each: with more of them everything is forgotten. */
const MOST_ANSWERS = 20_000;

export function createMemo(most = MOST_ANSWERS): Memo {
  const firsts = new Map<object, Question>();
  let size = 0;
  const put = (question: Question, answer: Answer, next: Question | Found): void => {
    size++;
    question.answers.set(typeof answer === 'string' ? ownText(answer) : answer, next);
  };
  return {
    speakers: createSpeakers(),
    find(rule, subject) {
      let next: Question | Found | undefined = firsts.get(rule);
      while (next !== undefined && !isFound(next)) {
        next = next.answers.get(next.ask ? answerTo(next.ask, subject) : subject.kind);
      }
      return next;
    },
    keep(rule, subject, seen, found) {
      if (size > most) {
        firsts.clear();
        size = 0;
      }
      const first = firsts.get(rule) ?? questionOf(undefined);
      firsts.set(rule, first);
      let [at, answer]: [Question, Answer] = [first, subject.kind];
      for (const one of seen.asks.values()) {
        const known = at.answers.get(answer);
        const next = known ?? questionOf(one.ask);
        // A rule that asks now this, now that is no function of what it asks.
        if (isFound(next) || next.ask?.of !== one.ask.of || next.ask.name !== one.ask.name) return;
        if (!known) put(at, answer, next);
        [at, answer] = [next, one.answer];
      }
      if (!at.answers.has(answer)) put(at, answer, found);
    },
  };
}

function questionOf(ask: Ask | undefined): Question {
  return { ask, answers: new Map() };
}

function isFound(next: Question | Found): next is Found {
  return Array.isArray(next);
}
