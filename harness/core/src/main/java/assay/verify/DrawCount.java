package assay.verify;

/**
 * Count what many draws of one task gave.
 *
 * @param draws number of draws
 * @param rejected number of right answers that were rejected, one per draw and way
 * @param mistakes number of mistakes that were tried at every draw
 * @param weakest the mistake that was caught at the fewest draws, "" when the task has none that shows at draws
 * @param caught number of draws at which it was caught
 */
public record DrawCount(String task, int draws, int rejected, int mistakes, String weakest, int caught) {}
