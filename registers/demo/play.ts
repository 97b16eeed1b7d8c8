import type { House } from '../../store/house.ts'
import { playCampaigns } from './campaigns.ts'
import type { DemoCity } from './city.ts'
import { playCommissions } from './commissions.ts'
import { playDeliberations } from './deliberations.ts'
import { playDisputes } from './disputes.ts'
import { playPrevention } from './prevention.ts'
import { playFieldWork } from './field-work.ts'
import { playMediation } from './mediation.ts'
import type { KeepPaper } from './keep-paper.ts'
import { playPoints } from './points.ts'
import { stagesOf } from './player.ts'
import { playSummonses } from './summonses.ts'

/** Plays what a demo’s offices asked of one another and of communities, the work in their grids, what a village decides for itself, who mediates and advises there, and how quarrels are settled, as of the instant at which the city was begun; its lists have to stand. */
export const playOffices = async (house: House, city: DemoCity, now: Date, keep: KeepPaper): Promise<void> => {
  for (const stage of stagesOf(house, city, now, keep)) {
    await playCommissions(stage)
    await playSummonses(stage)
    await playCampaigns(stage)
    await playFieldWork(stage)
    await playPoints(stage)
    await playDeliberations(stage)
    await playMediation(stage)
    await playDisputes(stage)
    await playPrevention(stage)
  }
}
