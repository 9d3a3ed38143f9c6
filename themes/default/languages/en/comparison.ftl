### What the codes of a segment did to the change of the total.

split-title = Rate and mix
split-summary = From { $from } to { $to } the total changed by { $change }: { $rate } because the rates of the codes changed, and { $mix } because their shares of all cases did.
split-method = Rate effect: the change of a code's own rate at the mean of its two weights. Mix effect: the change of its weight at the mean of its two rates. Together they are the whole change, without a rest (decomposition after Kitagawa, 1955).
split-left-out = { $count ->
    [one] One code without cases in one of the two periods is left out; the change above is that of all others.
   *[other] { $count } codes without cases in one of the two periods are left out; the change above is that of all others.
}
split-caption = What each code did to the change
split-code = Code
split-weight = Weight, { $period }
split-rate = Rate, { $period }
split-rate-effect = Rate effect
split-mix-effect = Mix effect
split-together = All codes
