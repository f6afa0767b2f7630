declare const brand: unique symbol
/** A base type with a distinct name: passing a SourceId to a map of areas does not compile. */
export type Branded<Base, Name extends string> = Base & { readonly [brand]: Name }

export type AreaId = Branded<string, 'AreaId'>

export type PlaceId = Branded<string, 'PlaceId'>

export type SourceId = Branded<string, 'SourceId'>

export type IncidentId = Branded<string, 'IncidentId'>
