import standards, sys
def test_x():
    print(__name__, standards.__file__, sys.path[:3])
    assert 0
