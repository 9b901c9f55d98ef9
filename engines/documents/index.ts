export { createDocuments, type Documents, type RenderedDocument, type RenderOptions } from './documents.ts';
