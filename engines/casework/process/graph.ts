import type { TObject, TSchema } from 'typebox';
import type { Moment } from '../definition.ts';

/** What a person sees as the state of a case. */
export type Phase =
  | 'draft'
  | 'checking'
  | 'confirming'
  | 'accepting'
  | 'supplementing'
  | 'taxing'
  | 'reviewing'
  | 'noticing'
  | 'paying'
  | 'deciding'
  | 'entering'
  | 'issuing'
  | 'suspended'
  | 'completed'
  | 'declined'
  | 'refused'
  | 'withdrawn'
  | 'cancelled';

export const phaseTitles: Record<Phase, string> = {
  draft: '填写中',
  checking: '信息核验中',
  confirming: '待各方确认',
  accepting: '待受理',
  supplementing: '待补正',
  taxing: '税务办理中',
  reviewing: '审核中',
  noticing: '公告中',
  paying: '待缴税费',
  deciding: '待核定',
  entering: '登簿中',
  issuing: '制证中',
  suspended: '已中止',
  completed: '已办结',
  declined: '不予受理',
  refused: '不予登记',
  withdrawn: '已撤回',
  cancelled: '已取消',
};

export const finalPhases: readonly Phase[] = ['completed', 'declined', 'refused', 'withdrawn', 'cancelled'];

/** Whose turn a human step is. `each`: every party of roles that confirm, each on their own. */
export type Assignee = { party: 'opener' | 'each' | string } | { staff: string };

export interface Action {
  action: string;
  title: string;
  /** Node the token moves to; absent: the step stays open. */
  next?: string;
  style?: 'primary' | 'default' | 'danger';
  comment?: 'required' | 'optional';
  /** What has to be filled in with the action. */
  data?: TObject<Record<string, TSchema>>;
  /** Rules of this moment are asked first; a blocking one answers 409 with the findings. */
  moment?: Moment;
  /** Ends something for good: asked twice on screen. */
  final?: boolean;
  /** Named work done in the same transaction, registered by a service. */
  work?: string;
  /** Permission a staff member needs beyond the step's role. */
  permission?: string;
}

/**
 * When a step goes on by itself, by outcome `elapsed`: so many whole days after the day it was entered, or at a deadline a
 * service computes. `work` is done in the same transaction, by the system.
 */
export type Until = (
  | { workingDays: number }
  | { calendarDays: number }
  /** Named deadline, registered by a service; one that answers nothing leaves the step to wait. */
  | { deadline: string }
) & {
  /** What history says has happened: 公告期满. */
  title: string;
  work?: string;
};

interface Step {
  id: string;
  title: string;
  phase: Phase;
}

/** A person decides. */
export interface HumanStep extends Step {
  kind: 'human';
  assignee: Assignee;
  actions: readonly Action[];
  /** Passed over for cases of other channels. */
  onlyChannel?: 'online' | 'counter';
  /** Something outside that also ends the step: the money arrived by another way. */
  event?: string;
  /** Where a passed-over step, a step every party has confirmed, or one nobody acted in for too long goes on. */
  next: string;
  /** Goes on by itself when nobody acted in time. */
  until?: Until;
  /** Other ways out than `next`, by outcome of the event or of `until` (`elapsed`). */
  outcomes?: Record<string, string>;
  /** Nobody who acted in the named step may act in this one (受办分离). */
  apartFrom?: readonly string[];
  /** The case's promised time does not run here. */
  stopsClock?: boolean;
}

/** The machine does it: once in effect, retried until it answers. */
export interface AutomaticStep extends Step {
  kind: 'automatic';
  handler: string;
  /** Given to the handler, so that one serves several steps. */
  parameters?: Readonly<Record<string, string | number | boolean>>;
  next: string;
  /** Other ways out, by outcome name the handler may return. */
  outcomes?: Record<string, string>;
}

/** Somebody outside answers by an event, once in effect, or time passes. */
export interface WaitingStep extends Step {
  kind: 'waiting';
  event?: string;
  until?: Until;
  waitingFor: string;
  next: string;
  outcomes?: Record<string, string>;
  stopsClock?: boolean;
}

export interface ForkStep {
  id: string;
  kind: 'fork';
  next: readonly string[];
}

export interface JoinStep {
  id: string;
  kind: 'join';
  /** How many branches come together. */
  branches: number;
  next: string;
}

export interface EndStep {
  id: string;
  kind: 'end';
  title: string;
  phase: Phase;
}

export type ProcessNode = HumanStep | AutomaticStep | WaitingStep | ForkStep | JoinStep | EndStep;

export interface Process {
  start: string;
  nodes: readonly ProcessNode[];
}
