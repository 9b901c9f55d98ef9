/** The reference implementation of BPMN 2.0 files, as far as tests use it; its package names its types elsewhere. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    fromXML(xml: string): Promise<{ rootElement: unknown; warnings: Error[] }>;
  }
}
