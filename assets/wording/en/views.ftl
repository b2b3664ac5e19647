### Pictures of the body. Left and right are those of the person who is drawn.

# `.plain` is for others than that person.
view-front = Front
view-back = Back
view-left = Your left side
    .plain = Left side
    .short = Left
view-right = Your right side
    .plain = Right side
    .short = Right
view-head-front = Face
view-head-back = Back of the head
view-head-left = Head, your left side
    .plain = Head, left side
view-head-right = Head, your right side
    .plain = Head, right side
view-pelvic-floor-female = Pelvic floor, female, seen from below
view-pelvic-floor-male = Pelvic floor, male, seen from below
# $side: "left" or "right".
view-hand-palm = { $side ->
    [left] Your left palm
   *[right] Your right palm
}
    .plain = { $side ->
        [left] Left palm
       *[right] Right palm
    }
view-hand-back = { $side ->
    [left] Back of your left hand
   *[right] Back of your right hand
}
    .plain = { $side ->
        [left] Back of the left hand
       *[right] Back of the right hand
    }
view-foot-top = { $side ->
    [left] Top of your left foot
   *[right] Top of your right foot
}
    .plain = { $side ->
        [left] Top of the left foot
       *[right] Top of the right foot
    }
view-foot-sole = { $side ->
    [left] Your left sole
   *[right] Your right sole
}
    .plain = { $side ->
        [left] Left sole
       *[right] Right sole
    }
view-foot-inner = { $side ->
    [left] Your left foot, inner side
   *[right] Your right foot, inner side
}
    .plain = { $side ->
        [left] Left foot, inner side
       *[right] Right foot, inner side
    }
view-foot-outer = { $side ->
    [left] Your left foot, outer side
   *[right] Your right foot, outer side
}
    .plain = { $side ->
        [left] Left foot, outer side
       *[right] Right foot, outer side
    }
# At the edge of a picture, so that nobody mixes the sides up.
view-your-left = your left
view-your-right = your right
view-patients-left = patient's left
view-patients-right = patient's right
