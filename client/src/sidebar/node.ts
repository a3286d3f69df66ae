/** What a node of a tree stands for. Commands take it: they read `clusterName` and `groupId`. */
export interface ViewNode {
  /** Stays the same over refreshes, so that expansion and selection do. */
  readonly id: string;
  readonly kind:
    | 'cluster'
    | 'group'
    | 'topic'
    | 'partition'
    | 'brokers'
    | 'broker'
    | 'controller'
    | 'unhealthy'
    | 'unhealthyPartition'
    | 'topics'
    /** A topic of the cluster, whoever reads it. */
    | 'liveTopic'
    /** What is known of it, or of a broker: `text` says which. */
    | 'topicFact'
    | 'brokerFact'
    | 'note';
  readonly clusterName: string;
  readonly groupId?: string;
  readonly topic?: string;
  readonly partition?: number;
  readonly broker?: number;
  /** A sentence that is a node of its own. */
  readonly text?: string;
  /** A cluster that has nothing below it yet: VS Code would keep it folded once it has, were it the same node. */
  readonly isIdle?: true;
}

export interface NodeIcon {
  /** Of VS Code's own icons. */
  readonly id: string;
  /** Of VS Code's theme colours; absent for the text's own. */
  readonly color?: string;
}

/** A place in a file; lines and characters from 0. */
export interface OpenedPlace {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

/** What a person sees and hears of a node. Plain data, so that two can be compared. */
export interface Appearance {
  readonly label: string;
  readonly description?: string;
  readonly tooltip: string;
  readonly icon: NodeIcon;
  /** Decides which commands its menu has. */
  readonly context: string;
  /** What a screen reader says in place of label and description. */
  readonly accessibleName: string;
  readonly fold: 'none' | 'collapsed' | 'expanded';
  /** What a click opens, or the command that it runs. */
  readonly opens?: OpenedPlace;
  readonly runs?: string;
}

/** What a tree knows its nodes by. */
export interface Identified {
  readonly id: string;
}

/** A tree as pure functions of what is known. Roots are the children of `undefined`. */
export interface TreeModel<Node extends Identified = ViewNode> {
  children(node: Node | undefined): readonly Node[];
  appearance(node: Node): Appearance;
  parent(node: Node): Node | undefined;
}

type NodeFields = Omit<ViewNode, 'id'>;

/** Two nodes of the same fields have the same id. */
export function viewNode(fields: NodeFields): ViewNode {
  const { kind, clusterName, groupId, topic, partition, broker, text, isIdle } = fields;
  return { ...fields, id: JSON.stringify([kind, clusterName, groupId, topic, partition, broker, text, isIdle]) };
}

/** The parts that there are, as a description shows them. */
export function described(...parts: readonly (string | undefined)[]): { description?: string } {
  const present = parts.filter((part) => part !== undefined && part !== '');
  return present.length > 0 ? { description: present.join(' · ') } : {};
}

/** The parts that there are, as they are read aloud. */
export function spoken(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}

export function lines(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join('\n');
}
