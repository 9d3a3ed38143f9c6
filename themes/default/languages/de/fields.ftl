### Namen der Arten, Felder und festen Wörter.
