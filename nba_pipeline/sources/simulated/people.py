"""The names of players who never lived. A number is one name, and no two numbers of a league share one."""

from __future__ import annotations

import math

_FIRST_NAMES = """
Aaron Adrian Alonzo Amari Andre Anton Armand Austin Barrett Bastien Bennett Bojan Brandon Brice Bryce Caleb Cameron
Carlos Cedric Chase Christian Clément Clifford Cody Colby Corey D'Andre Damian Dante Dario Darius Davion DeShawn
Delano Derrick Desmond Devin Dexter Dominic Donovan Dwayne Edgar Elias Elijah Emmanuel Enzo Eric Ethan Evan Everett
Felix Filip Franck Gabriel Garrett Goran Gordon Grant Grayson Hakeem Hamid Harlan Hassan Henrik Ignas Isaac Isaiah
Ismaël Ivan Jabari Jaden Jaleel Jamal Jared Jarrett Javier Jerome Joaquín Jonas Jordan Josiah Julian Justin Kadeem Kai
Keegan Kelvin Kendrick Khalil Kofi Kristaps Kyle Lamar Landry Leandro Leon Lorenzo Luca Lucas Luka Mackenzie Malachi
Malik Mamadou Marcus Marek Mario Marques Martin Mateo Maurice Micah Miles Miloš Mitchell Moses Moussa Nassir Nathan
Nico Nolan Olivier Omar Ousmane Owen Pascal Patrick Preston Quentin Rafael Rashad Raymond Reggie Rodney Roman Rudolf
Saddiq Samir Santi Sekou Simone Solomon Spencer Stefan Sterling Tariq Terrance Théo Tobias Trevor Tristan Tyrell
Ulises Usman Vasilije Victor Walker Warren Wendell Xavier Yannick Zachary Zaire
"""

_LAST_NAMES = """
Abbott Adeyemi Alcott Alvarado Amos Anselm Archer Arnesen Ashby Atwater Bakary Ballard Banner Barros Bassett Beaumont
Becker Bellamy Benoît Bergström Birch Blackwood Blanchard Bogdan Bonheur Booker-Hale Boone Bošković Bowman Bradford
Brandt Braxton Briggs Brodziak Brûlé Calderón Calloway Cantrell Carmody Castellano Chambers Chandler Chenier Church
Clayborn Coleridge Colson Conway Corbin Cromwell Dabney Daltrey Danjuma Darden Delacroix Demir Denham Diallo Dibba
Donaldson Dorsey Drake Drayton Duarte Dufour Đurić Easley Eastwood Edosa Ellery Ellsworth Emerson Escobar Fairfax Falk
Farrow Ferreira Fielder Fitzroy Fontaine Forsyth Foss Francois Frazier Fulton Gaines Galloway Gantt Garrison Gautier
Gentry Gilmore Girard Glover Godfrey Goodwin Gorham Granger Greaves Grimes Guerrero Gustafson Hadley Halvorsen Hammond
Harlow Hartwell Haskins Hawthorne Heller Herrera Hightower Hobbs Hollis Horvat Houghton Hubbard Huxley Ibekwe
Ingram-Cole Irving-Shaw Jankovic Jarvis Jokubas Kaminski Kanté Keating Keller Kendall Kessler Kimbrough Kirkland Kone
Koroma Kovač Kuzmin Lacroix Lamont Langley Larkin Lathan Laurent Leclair Lennox Lindqvist Lockhart Lombardi Loyd
Lundgren Lyle Mabry Macauley Madsen Malone-Reid Mansour Marchetti Markham Matthews Mbeki McAllister McBride McNeal
Meridith Merritt Mihajlović Mobley-Price Monroe Montague Moreau Mosley Müller Nance-Ward Ndiaye Neville Newcomb Nnadi
Norwood Novak O'Dell O'Rourke Odom-Lee Okafor-Bell Olsen Osgood Ouédraogo Paquette Parrish Pemberton Petrov Pickett
Plummer Poirier Prescott Pruitt Quarles Quiñones Radford Ramsey Randolph Redmond Renner Rhodes Rivers-King Rojas
Roland Rousseau Rutledge Saint-Cyr Salazar Salinas Sanogo Sargent Saunders Savić Schofield Seaton Sheffield Shumate
Simić Sinclair Skinner Sorrell Stallworth Stanton Stovall Sutcliffe Swanson Sylla Tandy Tavares Thibodeaux Thornton
Tillery Touré Townes Tremblay Truesdale Turnbull Underhill Upshaw Valdez Vance Varga Vaughn Vesely Villanueva Vogel
Wadsworth Walcott Wardell Warfield Watford Weatherly Webber-Stone Whitlock Wilcox Winslow Woodard Worthy Wylie
Yarborough Yates Zeller-Hunt Živković Zubac-Lowe
"""

_FIRST, _LAST = _FIRST_NAMES.split(), _LAST_NAMES.split()
_SUFFIXES = {5: " Jr.", 17: " III", 29: " II"}  # of every forty names
_STRIDE = 26_695  # about the golden section of all names: neighbours sound unlike each other


def player_name(number: int, seed: int) -> str:
    """The full name of the league's player of this number, as the league writes it."""
    names = len(_FIRST) * len(_LAST)
    stride = next(step for step in range(_STRIDE, _STRIDE + names) if math.gcd(step, names) == 1)
    place = (number * stride + seed * 7919) % names
    last, first = divmod(place, len(_FIRST))
    return f"{_FIRST[first]} {_LAST[last]}{_SUFFIXES.get(number % 40, '')}"
