/**
 * Categories of the shipped list that are about public space and nobody's own affairs: of requests in these, and no others, the public facts
 * (what, which village, how far) go out to everyone. A lamp that is dark is the street's; wages that are owed, a neighbour or a hard life are a
 * person's, whom a village of eighty households would know by the category alone. A category added later is not open until it stands here.
 */
export const openCategories: ReadonlySet<string> = new Set([
  'road-damage', 'village-road', 'street-light', 'traffic-signs', 'parking', 'bus-service',
  'water-supply', 'power-supply', 'heating', 'gas-safety', 'drainage', 'telecoms',
  'rubbish', 'public-toilet', 'noise', 'smoke-dust', 'water-pollution', 'livestock-waste',
  'property-service', 'lift-safety', 'shared-space',
  'irrigation',
  'fire-hazard', 'natural-hazard', 'loose-animals',
  'village-facilities',
])
