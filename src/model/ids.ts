declare const brand: unique symbol
/**
 * A base type under a name of its own: a join that hands a SourceId to a map of areas does not
 * compile.
 */
export type Branded<Base, Name extends string> = Base & { readonly [brand]: Name }

export type AreaId = Branded<string, 'AreaId'>

export type PlaceId = Branded<string, 'PlaceId'>

export type SourceId = Branded<string, 'SourceId'>

export type IncidentId = Branded<string, 'IncidentId'>
