### Words in charts, icons and graphs.

charts-icon-common = common cause variation: no significant change
charts-icon-improving-high = special cause variation: improving, high or rising
charts-icon-improving-low = special cause variation: improving, low or falling
charts-icon-concerning-high = special cause variation: concerning, high or rising
charts-icon-concerning-low = special cause variation: concerning, low or falling
charts-icon-neutral-high = special cause variation: high or rising, neither better nor worse
charts-icon-neutral-low = special cause variation: low or falling, neither better nor worse
charts-icon-variation-none = variation not determined: too few values
charts-icon-passes = target consistently met by a stable process
charts-icon-fails = target consistently missed by a stable process
charts-icon-hit-and-miss = target met and missed at random: within the limits
charts-icon-assurance-none = assurance not determined: no target or too few values

charts-improving = improving
charts-concerning = concerning
charts-neutral = neither better nor worse
charts-provisional = provisional

charts-rule-outside = outside the limits
charts-rule-trend = trend
charts-rule-two-of-three = two of three near a limit
charts-rule-shift = shift
charts-signal-outside-high = above the upper limit
charts-signal-outside-low = below the lower limit
charts-signal-trend-high = rising trend
charts-signal-trend-low = falling trend
charts-signal-two-of-three-high = two of three near the upper limit
charts-signal-two-of-three-low = two of three near the lower limit
charts-signal-shift-high = shift above the mean
charts-signal-shift-low = shift below the mean

charts-key-improving = hollow: improving
charts-key-concerning = filled: concerning
charts-key-neutral = tinted: neither
charts-key-near-limits = two thirds of the limits
charts-key-suspended = left out of limits
charts-key-break = series break
charts-key-event = event, told below

charts-mean = mean { $value }
charts-upper-limit = upper limit { $value }
charts-lower-limit = lower limit { $value }
## Variables: name (of a level, such as a target), value.
charts-level = { $name } { $value }
## Variables: name (of a phase), mean (as `charts-mean`), lower, upper (limits).
charts-phase-named = { $name }: { $mean }
charts-phase-limits = { $mean }, limits { $lower } to { $upper }
charts-phase-trial-limits = { $mean }, trial limits { $lower } to { $upper }
charts-phase-trial = { $mean }, trial limits
charts-trial-limits = trial limits
charts-trial = trial
charts-no-value = no value has been published

charts-axis-counted = in { $unit }
charts-axis-measure-counted = { $measure }, in { $unit }
charts-millions = millions
charts-billions = billions
charts-trillions = trillions

